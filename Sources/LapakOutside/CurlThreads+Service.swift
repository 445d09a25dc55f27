import ServiceLifecycle

extension CurlThreads: Service {
    /// Waits for the shutdown of the service group, then stops.
    package func run() async throws {
        try? await gracefulShutdown()
        await stop()
    }
}
