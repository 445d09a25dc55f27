/// A sign of life on every stream, every five seconds: without it neither side would see that a phone lost its network.
struct PulseService: Rounds {
    let house: House
    let name = "pulse"
    let pace = Pace.every(.seconds(5))

    func tick() async throws { house.figures.set("lapak_live_streams", Double(house.switchboard.beat())) }
}
