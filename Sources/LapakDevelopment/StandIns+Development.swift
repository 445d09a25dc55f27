package import LapakServer

extension StandIns {
    /// Everything that is written stays in `outbox`, which /dev/outbox shows; /dev/siap and /dev/kunjungan make people up, /dev/clock
    /// moves the time, and /dev/saluran lets two browsers practise a call.
    package static func development(outbox: DevOutbox) -> StandIns {
        StandIns(
            mail: outbox, phones: outbox.phones,
            routes: { routes in
                PracticeCall.routes(routes)
                DevPages.routes(routes, outbox: outbox)
                DevReady.routes(routes)
                DevWalkIns.routes(routes)
                GalleryPages.routes(routes)
            }, services: { [PracticeService(app: $0)] })
    }
}
