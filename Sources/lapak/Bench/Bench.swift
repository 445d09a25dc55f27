import ArgumentParser

struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure this machine's bookings, as ratios to references of the same run.",
        discussion: """
            Prints one JSON object. Build for release first: make bench.

              lapak bench booking
              lapak bench booking --database postgres://postgres@127.0.0.1:5432/bench
              lapak bench nation --claims 921000
              lapak bench upload
            """, subcommands: [BenchBooking.self, BenchNation.self, BenchUpload.self])
}
