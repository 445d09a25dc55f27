import HTTPTypes
package import LapakDomain
import LapakGround
package import LapakInspection
package import LapakOutside
package import LapakStore
package import LapakWeb
package import Logging
import Synchronization

/// Everything that the faces share: the database, the clock, chance, the world outside, and two snapshots in memory.
package final class App: Sendable {
    package let settings: Settings
    package let store: Store
    package let secrets: Secrets
    package let ids: IDs
    /// Whether the database takes changes now.
    let writeProbe = WriteProbe()
    package let clock: Clock
    package let registry: any MemberRegistry
    package let carrier: any MailCarrier
    package let phones: Phones
    package let assets: Assets
    /// What is spoken in the hall and in the booths.
    package let voice: Voice
    package let papers: PaperVault
    /// Looks at arriving files, each in a process of its own; uploads and the interviews' stills share it.
    package let inspector: Inspector
    /// The antivirus for stills, which has less time than for papers; nil where files are not scanned.
    let stillScanner: (any LapakInspection.Scanner)?
    /// What strangers may ask for, for each place in the network.
    let sources = SourceBudgets()
    /// Whose word about where a request comes from is believed.
    let trustedProxies: [IPRange]
    /// The uploads that requests are at.
    let arrivals = Arrivals()
    /// What of ours works, for the papers' deadlines.
    let outages = OutageWatch()
    /// What the registry said of those who sit in an interview.
    let known = KnownMembers()
    /// Live events: who is connected, and what reaches them.
    package let switchboard: Switchboard
    /// The relays that browsers may use.
    package let iceServers: IceServers
    /// Drawn from the two pictures, the same for everyone.
    let keptPages = KeptDrawings<PageStencil>()
    let keptTexts = KeptDrawings<SharedText>()
    package let figures = Figures()
    package let log: Logger
    private let snapshots: Mutex<Snapshots>
    private let preparedHeaders: HTTPFields

    private struct Snapshots {
        var nation: Nation
        var availability = Availability.empty
        /// How many drawings of each were begun, and which of them hangs: a slow one never covers a later one.
        var begun = 0
        var hung = (nation: 0, availability: 0)
    }

    package init(
        settings: Settings, store: Store, nation: Nation, clock: Clock, registry: any MemberRegistry, carrier: any MailCarrier,
        phones: Phones = Phones(), secrets: Secrets, ids: IDs = IDs(), papers: PaperVault, log: Logger
    ) throws {
        self.settings = settings
        self.store = store
        self.clock = clock
        self.registry = registry
        self.carrier = carrier
        self.phones = phones
        self.log = log
        self.secrets = secrets
        self.ids = ids
        assets = try Assets.serving(folder: settings.assets)
        voice = try Voice()
        self.papers = papers
        switchboard = Switchboard(clock: clock, boot: secrets.bytes(4).hex)
        iceServers = try IceServers(settings)
        trustedProxies = try settings.proxies()
        inspector = Inspector(settings, nation.policy.files)
        stillScanner = try settings.scannerAddress.map { Clamd($0, timeLimit: .seconds(5)) }
        snapshots = Mutex(Snapshots(nation: nation))
        preparedHeaders = HTTPFields.first(css: assets.css, servesTLS: settings.servesTLS)
    }

    /// What every answer's headers begin with, made once unless someone works on the style sheet.
    var firstHeaders: HTTPFields { assets.change ? HTTPFields.first(css: assets.css, servesTLS: settings.servesTLS) : preparedHeaders }

    package var nation: Nation { snapshots.withLock { $0.nation } }
    package var availability: Availability { snapshots.withLock { $0.availability } }
    /// Grows whenever one of the two pictures is drawn anew.
    var pictureNumber: Int { snapshots.withLock { $0.hung.nation + $0.hung.availability } }
    package var policy: Policy { nation.policy }

    /// In what a change of this moment happens. It is the clock's unless somebody does it, or the change finds out who does.
    package func context(by author: Author = .clock, at now: Instant? = nil) -> Context {
        Context(at: now ?? clock.now, by: author, in: nation, fresh: ids.fresh)
    }

    /// Which channels a notice can take.
    package var reach: Reach { Reach(whatsapp: phones.whatsapp != nil, sms: phones.sms != nil, codeLasts: policy.codeLasts) }

    /// Draws the picture of branches and policy anew, after someone changed them.
    package func redrawNation() async throws {
        let number = begin()
        let nation = try await store.read { try Nation.load($0) }
        snapshots.withLock { snapshots in
            guard number > snapshots.hung.nation else { return }
            snapshots.hung.nation = number
            snapshots.nation = nation
        }
    }

    /// Draws the picture of free places anew.
    package func redrawAvailability() async throws {
        let number = begin()
        let (nation, now) = (nation, clock.now)
        let availability = try await store.read { try Availability.load($0, in: nation, at: now) }
        snapshots.withLock { snapshots in
            guard number > snapshots.hung.availability else { return }
            snapshots.hung.availability = number
            snapshots.availability = availability
        }
    }

    /// The same when the picture shows a place in this slot that the database did not give: an older picture than what happened, and no
    /// slot that somebody made up.
    func redrawAvailability(without slot: ID<Slot>, seenAt now: Instant) async throws {
        let shown = availability
        guard shown.made <= now, shown.openings.contains(where: { $0.slot == slot }) else { return }
        try await redrawAvailability()
    }

    private func begin() -> Int {
        snapshots.withLock { snapshots in
            snapshots.begun += 1
            return snapshots.begun
        }
    }
}
