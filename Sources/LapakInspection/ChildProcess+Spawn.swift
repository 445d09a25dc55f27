import CConfine
import Foundation

extension ChildProcess {
    /// The process with the socket as its input and output, nothing else open, and the signals as a fresh process has them.
    static func spawn(_ program: String, _ arguments: [String], _ socket: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, socket, 0)
        posix_spawn_file_actions_adddup2(&actions, socket, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        lapak_spawn_bare(&actions)
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

        var id = pid_t()
        let code = withPointers([program] + arguments) { words in
            withPointers(environment) { posix_spawn(&id, program, &actions, &attributes, words, $0) }
        }
        guard code == 0 else { throw InspectorTrouble("the child could not be started: \(String(cString: strerror(code)))") }
        return id
    }

    /// Secrets of the server stay with the server. One arena, because each reserves more address space than a child has to spare.
    private static var environment: [String] {
        let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"].map { ["LD_LIBRARY_PATH=\($0)"] }
        return ["LC_ALL=C.UTF-8", "MALLOC_ARENA_MAX=1"] + (libraries ?? [])
    }

    private static func withPointers<T>(_ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> T) -> T {
        let pointers = words.map { strdup($0) }
        defer { pointers.forEach { free($0) } }
        return body(pointers + [nil])
    }
}
