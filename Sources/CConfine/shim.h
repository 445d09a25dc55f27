#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* glibc has these two (2.29, 2.34) but shows them under _GNU_SOURCE only, which a module's importer cannot choose. */
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

/* The new process begins at the root folder and keeps only its input, output and errors open. */
static inline int lapak_spawn_bare(posix_spawn_file_actions_t *actions) {
    int code = posix_spawn_file_actions_addclosefrom_np(actions, 3);
    return code ? code : posix_spawn_file_actions_addchdir_np(actions, "/");
}

/*
 * What a process can give up for good. prctl and syscall are variadic, which Swift cannot call. 0 is success; otherwise errno tells.
 */

/* The most a process may take: bytes of address space, seconds of processor, open files; it writes no file and leaves no core. */
static inline int lapak_confine_resources(unsigned long memory, unsigned long seconds, unsigned long files) {
    struct rlimit limits[5] = {{memory, memory}, {seconds, seconds}, {files, files}, {0, 0}, {0, 0}};
    mallopt(M_ARENA_MAX, 1);
    signal(SIGXFSZ, SIG_IGN);
    return setrlimit(RLIMIT_AS, &limits[0]) || setrlimit(RLIMIT_CPU, &limits[1]) || setrlimit(RLIMIT_NOFILE, &limits[2])
        || setrlimit(RLIMIT_FSIZE, &limits[3]) || setrlimit(RLIMIT_CORE, &limits[4]);
}

/* It ends when the thread that started it ends, after so many seconds at the latest, and cannot gain rights. */
static inline int lapak_confine_life(unsigned int seconds) {
    alarm(seconds);
    return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/*
 * Reads files below these folders only, and writes none. A kernel without Landlock says so by ENOSYS or EOPNOTSUPP.
 */
static inline int lapak_confine_files(const char *const *folders, int count) {
    struct landlock_ruleset_attr rules = {.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
    if (ruleset < 0) return -1;
    for (int index = 0; index < count; index++) {
        struct landlock_path_beneath_attr below = {
            .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
            .parent_fd = open(folders[index], O_RDONLY | O_CLOEXEC),
        };
        if (below.parent_fd < 0) continue;
        int added = (int)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
        close(below.parent_fd);
        if (added) return -1;
    }
    int result = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
    close(ruleset);
    return result;
}

#if defined(__x86_64__)
#define LAPAK_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define LAPAK_MACHINE AUDIT_ARCH_AARCH64
#endif
#define LAPAK_REFUSE(call) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

/* No connections, no other programs or processes, no look into other processes: such calls of any thread answer EPERM from now on. */
static inline int lapak_confine_calls(void) {
#ifdef LAPAK_MACHINE
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, LAPAK_MACHINE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        LAPAK_REFUSE(socket), LAPAK_REFUSE(socketpair), LAPAK_REFUSE(connect), LAPAK_REFUSE(bind), LAPAK_REFUSE(listen),
        LAPAK_REFUSE(execve), LAPAK_REFUSE(execveat), LAPAK_REFUSE(ptrace), LAPAK_REFUSE(process_vm_readv),
        LAPAK_REFUSE(process_vm_writev), LAPAK_REFUSE(pidfd_open), LAPAK_REFUSE(pidfd_getfd), LAPAK_REFUSE(kill),
        LAPAK_REFUSE(tkill), LAPAK_REFUSE(mount), LAPAK_REFUSE(unshare), LAPAK_REFUSE(setns), LAPAK_REFUSE(bpf),
        LAPAK_REFUSE(io_uring_setup), LAPAK_REFUSE(keyctl), LAPAK_REFUSE(add_key), LAPAK_REFUSE(request_key),
        LAPAK_REFUSE(perf_event_open), LAPAK_REFUSE(userfaultfd), LAPAK_REFUSE(prlimit64), LAPAK_REFUSE(setrlimit),
#ifdef __x86_64__
        LAPAK_REFUSE(fork), LAPAK_REFUSE(vfork),
        /* The second set of numbers on the same machine (x32) begins here. */
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
#endif
        /* clone3 keeps its flags out of a filter's sight; the C library falls back to clone, which may make threads only. */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 0x00010000 /* CLONE_THREAD */, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {.len = sizeof filter / sizeof filter[0], .filter = filter};
    return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
#else
    errno = ENOSYS;
    return -1;
#endif
}

/* Two heaps instead of eight a core, and large pieces given back at once: many buffers come and go on many threads. */
static inline void lapak_keep_memory_small(void) {
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
    mallopt(M_TOP_PAD, 64 * 1024);
}
