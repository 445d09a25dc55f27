import CConfine
import HTTPTypes
package import Hummingbird
import HummingbirdCore
import LapakDomain
import LapakOutside
import LapakStore
import LapakWeb
package import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The whole service: faces, followers, clock, post, in one process and one service group.
package struct LapakServer: Sendable {
    package let app: App
    private let sender: Mailbox
    private let whatsapp: WhatsAppSettings?
    private let threads: [CurlThreads]
    private let inspection: InspectionService
    private let standIns: StandIns?

    /// Opens the database, brings it to today's tables, and connects the world outside as the settings say.
    ///
    /// Throws `SettingTrouble`, too, when neither settings nor stand-ins name a carrier of letters.
    package static func open(
        _ settings: Settings, clock: Clock = Clock(), chance: @escaping @Sendable () -> UInt64 = Secrets.system, standIns: StandIns? = nil,
        log: Logger
    ) async throws -> LapakServer {
        let store = try Store.open(settings.database)
        try await Schema.migrate(store)
        let nation = try await store.read { try Nation.load($0) }
        let ids = IDs()
        let starting = Context(at: clock.wall, by: .clock, in: nation, fresh: ids.fresh)
        ids.take(node: try await store.write(in: starting) { try $0.takeNode(for: ids.holder) })
        var threads: [CurlThreads] = []
        let registry: any MemberRegistry
        if let base = settings.registry {
            let own = CurlThreads()
            threads.append(own)
            registry = try HTTPMemberRegistry(base: base, token: settings.registryToken ?? "", threads: own)
        } else {
            registry = EmbeddedRegistry(store: store)
        }
        let whatsapp = try WhatsAppSettings(settings)
        let carrier: any MailCarrier
        var sender = Mailbox(name: "Lapak Asik", address: EmailAddress("lapak-asik@example.id")!)!
        if let url = settings.smtp {
            let own = CurlThreads()
            threads.append(own)
            let smtp = try SMTPSettings(url: url)
            sender = smtp.from
            carrier = SMTPMail(smtp, threads: own) { clock.now }
        } else {
            guard let standIns else { throw SettingTrouble("LAPAK_SMTP_URL is not set, and nothing else carries letters") }
            carrier = standIns.mail
        }
        let phoneStandIns = settings.development ? standIns?.phones ?? Phones() : Phones()
        let phones = try Phones.open(settings, whatsapp: whatsapp, standIns: phoneStandIns) {
            let own = CurlThreads()
            threads.append(own)
            return own
        }
        let secrets = Secrets(secret: try settings.secretBytes(), chance: chance)
        let papers = try PaperVault.open(settings, store: store, secrets: secrets) {
            let own = CurlThreads(count: 8)
            threads.append(own)
            return own
        }
        let app = try App(
            settings: settings, store: store, nation: nation, clock: clock, registry: registry, carrier: carrier, phones: phones,
            secrets: secrets, ids: ids, papers: papers, log: log)
        try await PlannerService(app: app).plan()
        return LapakServer(
            app: app, sender: sender, whatsapp: whatsapp, threads: threads, inspection: try InspectionService(app: app),
            standIns: settings.development ? standIns : nil)
    }

    package func router() -> Router<LapakContext> { Self.routes(of: app, whatsapp: whatsapp, standIns: standIns).router }

    /// Every route of the application; of development only what the stand-ins bring.
    static func routes(of app: App, whatsapp: WhatsAppSettings? = nil, standIns: StandIns? = nil) -> Routes {
        // HEAD of whatever can be got is answered like GET, without the body.
        let router = Router(context: LapakContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: AnswerMiddleware(app: app))
        let routes = Routes(router: router, app: app)
        StartPage.routes(routes)
        TimesPage.routes(routes)
        NIKPage.routes(routes)
        MembershipPage.routes(routes)
        ContactPage.routes(routes)
        CodePage.routes(routes)
        ComparePage.routes(routes)
        ReasonPage.routes(routes)
        WishPage.routes(routes)
        CheckPage.routes(routes)
        FiledPage.routes(routes)
        ComeBackPages.routes(routes)
        SignOutPage.routes(routes)
        StatusPages.routes(routes)
        OwnContactPages.routes(routes)
        OfferPage.routes(routes)
        PaperPages.routes(routes)
        PaperLinkPages.routes(routes)
        PublicPages.routes(routes)
        TodaysNumbersPage.routes(routes)
        ComeTodayPage.routes(routes)
        NumberPages.routes(routes)
        HallPages.routes(routes)
        DoorPages.routes(routes)
        VoicePages.routes(routes)
        TusRoutes.routes(routes)
        FileForm.routes(routes)
        PaperPictures.routes(routes)
        InterviewPages.routes(routes)
        BranchRoutes.routes(routes)
        BoothsPage.routes(routes)
        Yard.routes(routes)
        DayOrderPage.routes(routes)
        BoothPages.routes(routes)
        LiveStreams.routes(routes, faces: [.phone, .booth])
        Console.routes(routes)
        Interface.routes(routes)
        SystemPages.routes(routes)
        if let whatsapp { WhatsAppHook(whatsapp).routes(routes) }
        standIns?.routes(routes)
        return routes
    }

    /// What the services would do by themselves, once: all that is due by the clock and the journal, until nothing follows from it. For
    /// whoever runs the application without its services, with a clock that stands still.
    package func settle() async throws {
        try await ClockService(app: app).tick()
        try await app.redrawAvailability()
        try await UsherService(app: app).tick()
        try await FollowerService(follower: SettlingFollower(app: app), app: app).tick()
        try await InterviewClock(app: app).tick()
        try await FollowerService(follower: NoticeFollower(secrets: app.secrets, clock: app.clock, reach: app.reach), app: app).tick()
        while try await Postman(app: app, sender: sender).deliver() > 0 {}
        try await app.redrawAvailability()
    }

    /// Runs until SIGTERM or SIGINT, then lets open requests end, for at most 20 seconds.
    package func run(ready: @escaping @Sendable () async -> Void = {}) async throws {
        lapak_keep_memory_small()
        let server = Application(
            router: router(),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [SmallReads(), Continue()], idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 64))),
            configuration: .init(
                address: .hostname(app.settings.host, port: app.settings.port), serverName: "Lapak Asik", backlog: 4096),
            onServerRunning: { _ in await ready() }, logger: app.log)
        let services: [any Service] =
            threads + [
                AvailabilityKeeper(app: app), ClockService(app: app), PlannerService(app: app), UsherService(app: app),
                InterviewClock(app: app), PulseService(app: app),
                FollowerService(follower: LiveFollower(app: app), app: app), PresenceService(app: app),
                FollowerService(follower: NoticeFollower(secrets: app.secrets, clock: app.clock, reach: app.reach), app: app),
                Postman(app: app, sender: sender), ReconcilerService(app: app), inspection,
                FollowerService(follower: SettlingFollower(app: app), app: app),
                OutageService(app: app), ClearingService(app: app), NodeService(app: app), ForgettingService(app: app), server,
            ]
        let practice = standIns?.services(app) ?? []
        var configuration = ServiceGroupConfiguration(
            services: (practice + services).map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint], logger: app.log)
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        try await ServiceGroup(configuration: configuration).run()
        await app.store.close()
    }
}
