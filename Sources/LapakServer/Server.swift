import CConfine
import HTTPTypes
package import Hummingbird
import HummingbirdCore
import LapakDomain
import LapakStore
package import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The whole service: faces, followers, clock, post, in one process and one service group.
package struct LapakServer: Sendable {
    package let house: House
    private let sender: Mailbox
    private let whatsapp: WhatsAppSettings?
    private let threads: [CurlThreads]
    private let inspection: InspectionService

    /// Opens the database, brings it to today's tables, and connects the world outside as the settings say.
    package static func open(_ settings: Settings, clock: Clock = Clock(), log: Logger) async throws -> LapakServer {
        let store = try Store.open(settings.database)
        try await Schema.migrate(store)
        let atlas = try await store.read { try Atlas.load($0) }
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
        let isStandingIn = settings.development && (whatsapp == nil || settings.smsURL == nil)
        let outbox = settings.smtp == nil || isStandingIn ? DevOutbox(clock: clock) : nil
        let carrier: any MailCarrier
        var sender = Mailbox(name: "Lapak Asik", address: EmailAddress("lapak-asik@example.id")!)!
        if let url = settings.smtp {
            let own = CurlThreads()
            threads.append(own)
            let smtp = try SMTPSettings(url: url)
            sender = smtp.from
            carrier = SMTPMail(smtp, threads: own) { clock.now }
        } else {
            carrier = outbox!
        }
        let phones = try Phones.open(settings, whatsapp: whatsapp, outbox: outbox) {
            let own = CurlThreads()
            threads.append(own)
            return own
        }
        let chance = Chance(secret: try settings.secretBytes())
        let papers = try PaperVault.open(settings, store: store, chance: chance) {
            let own = CurlThreads(count: 8)
            threads.append(own)
            return own
        }
        let house = try House(
            settings: settings, store: store, atlas: atlas, clock: clock, registry: registry, carrier: carrier, phones: phones,
            outbox: outbox, chance: chance, papers: papers, log: log)
        try await PlannerService(house: house).plan()
        return LapakServer(
            house: house, sender: sender, whatsapp: whatsapp, threads: threads, inspection: try InspectionService(house: house))
    }

    package func router() -> Router<LapakContext> { Self.routes(of: house, whatsapp: whatsapp).router }

    /// Every route of the application; the development's own only where the settings say so.
    static func routes(of house: House, whatsapp: WhatsAppSettings? = nil) -> Routes {
        let router = Router(context: LapakContext.self)
        router.add(middleware: FrontDoor(house: house))
        let routes = Routes(router: router, house: house)
        StartPage.routes(routes)
        TimesPage.routes(routes)
        NIKPage.routes(routes)
        MembershipPage.routes(routes)
        ContactPage.routes(routes)
        CodePage.routes(routes)
        ReasonPage.routes(routes)
        WishPage.routes(routes)
        CheckPage.routes(routes)
        FiledPage.routes(routes)
        ComeBackPages.routes(routes)
        StatusPages.routes(routes)
        OfferPage.routes(routes)
        PaperPages.routes(routes)
        PaperLinkPages.routes(routes)
        PublicPages.routes(routes)
        TodaysNumbersPage.routes(routes)
        ComeTodayPage.routes(routes)
        NumberPages.routes(routes)
        HallPages.routes(routes)
        DoorPages.routes(routes)
        Voice.routes(routes)
        TusDoor.routes(routes)
        FileForm.routes(routes)
        PaperPictures.routes(routes)
        InterviewPages.routes(routes)
        BranchDesk.routes(routes)
        BoothPages.routes(routes)
        LiveLines.routes(routes)
        Console.routes(routes)
        Interface.routes(routes)
        SystemPages.routes(routes)
        if let whatsapp { WhatsAppHook(whatsapp).routes(routes) }
        if house.settings.development { PracticeLine.routes(routes) }
        if house.settings.development, let outbox = house.outbox { DevPages.routes(routes, outbox: outbox) }
        return routes
    }

    /// Runs until SIGTERM or SIGINT, then lets open requests end, for at most 20 seconds.
    package func run(ready: @escaping @Sendable () async -> Void = {}) async throws {
        lapak_keep_memory_small()
        let app = Application(
            router: router(),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [SmallReads()], idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 64))),
            configuration: .init(
                address: .hostname(house.settings.host, port: house.settings.port), serverName: "Lapak Asik", backlog: 4096),
            onServerRunning: { _ in await ready() }, logger: house.log)
        let services: [any Service] =
            threads + [
                AvailabilityKeeper(house: house), ClockService(house: house), PlannerService(house: house), UsherService(house: house),
                InterviewClock(house: house), PulseService(house: house), LiveFollower(house: house), PresenceService(house: house),
                FollowerService(follower: NoticeFollower(chance: house.chance, clock: house.clock, reach: house.reach), house: house),
                Postman(house: house, sender: sender), ReconcilerService(house: house), inspection, SettlingService(house: house),
                OutageService(house: house), ClearingService(house: house), app,
            ]
        let practice: [any Service] = house.settings.development ? [PracticeService(house: house)] : []
        var configuration = ServiceGroupConfiguration(
            services: (practice + services).map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint], logger: house.log)
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        try await ServiceGroup(configuration: configuration).run()
        await house.store.close()
    }
}

/// Reads from the network in pieces of 4 KiB: what waits in front of a slow handler is counted in pieces, and with many uploads
/// at once they are most of the memory.
private final class SmallReads: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    func handlerAdded(context: ChannelHandlerContext) {
        context.channel.setOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096)).whenFailure { _ in }
    }
}

/// For those who run it: alive, ready, figures.
enum SystemPages {
    static func routes(_ routes: Routes) {
        routes.get("/healthz") { _ in Reply(type: "text/plain; charset=utf-8", body: "ok\n") }
        routes.get("/readyz") { call in
            let (behind, age) = (try await call.house.store.read { try Journal.head($0).position }, call.now - call.house.availability.made)
            let ready = age < .minutes(2)
            return Reply(
                status: ready ? .ok : .serviceUnavailable, type: "text/plain; charset=utf-8",
                body: "\(ready ? "ready" : "availability is old")\njournal \(behind)\n")
        }
        routes.get("/metrics") { call in
            var reply = Reply(type: "text/plain; version=0.0.4; charset=utf-8", body: call.house.figures.text)
            reply.cacheControl = "no-store"
            return reply
        }
    }
}
