/// A sign of life on every stream, every five seconds: without it neither side would see that a phone lost its network.
struct PulseService: Rounds {
    let app: App
    let name = "pulse"
    let pace = Pace.every(.seconds(5))

    func tick() async throws { app.figures.set("lapak_live_streams", Double(app.switchboard.beat())) }
}
