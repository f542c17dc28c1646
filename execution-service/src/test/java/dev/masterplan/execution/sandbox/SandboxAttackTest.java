package dev.masterplan.execution.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hostile code tries; each has to find nothing, reach nothing and leave nothing. */
class SandboxAttackTest {

    private static final long MIB = 1024L * 1024;

    @Test
    void shouldNotReachAListeningSocketOfTheHost() throws IOException {
        try (ServerSocket host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            SandboxResult result = RealSandbox.python("""
                    import socket
                    for address in ("127.0.0.1", "10.0.0.1", "169.254.169.254", "8.8.8.8"):
                        try:
                            socket.create_connection((address, %d), timeout=1)
                            print("reached", address)
                        except OSError as error:
                            print(type(error).__name__)
                    """.formatted(host.getLocalPort()));
            // Then
            assertThat(result.exit()).isZero();
            assertThat(result.stdoutText()).doesNotContain("reached");
        }
    }

    @Test
    void shouldHaveALoopbackOfItsOwn() {
        SandboxResult result = RealSandbox.python("""
                import socket
                server = socket.create_server(("127.0.0.1", 0))
                socket.create_connection(server.getsockname()).sendall(b"x")
                print(server.accept()[0].recv(1), [name for _, name in socket.if_nameindex()])
                """);
        assertThat(result.stdoutText()).isEqualTo("b'x' ['lo']\n");
    }

    @Test
    void shouldNotReachAUnixSocketOfTheHost(@TempDir Path folder) {
        SandboxResult result = RealSandbox.python("""
                import os, socket
                found = [p for p in ("/run", "/var/run", "/var", "/root", "/home", "/sys", "%s") if os.path.exists(p)]
                names = open("/proc/net/unix").read().splitlines()[1:]
                print(found, names)
                """.formatted(folder));
        assertThat(result.stdoutText()).isEqualTo("[] []\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/shadow",
                "/root",
                "/home",
                "/proc/kcore",
                "/proc/1/root/etc/shadow",
                "/var/tmp",
                "/sys/kernel",
                "/dev/sda",
                "/dev/kmsg"
            })
    void shouldNotSeeWhatIsTheHosts(String path) {
        SandboxResult result = RealSandbox.python("""
                import os
                path = "%s"
                try:
                    print(os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(10))
                except OSError as error:
                    print(type(error).__name__)
                """.formatted(path));
        assertThat(result.stdoutText().strip()).isIn("FileNotFoundError", "PermissionError", "NotADirectoryError");
    }

    @Test
    void shouldNotSeeSecretsOfTheServicesEnvironment() {
        // Given
        String known = System.getenv("PATH");
        // When
        SandboxResult result = RealSandbox.python("""
                import glob, os
                for file in ["/proc/self/environ", *glob.glob("/proc/[0-9]*/environ"), *glob.glob("/proc/[0-9]*/cmdline")]:
                    try:
                        print(open(file, "rb").read().decode("utf-8", "replace").replace("\\0", "\\n"))
                    except OSError:
                        pass
                print(sorted(os.environ))
                """);
        // Then
        assertThat(result.stdoutText())
                .doesNotContain(known, "java", "JAVA_HOME", "surefire")
                .contains("['GREETING', 'HOME', 'LANG', 'PATH', 'PWD', 'TMPDIR']");
    }

    @Test
    void shouldNotSeeOrSignalProcessesOfTheHost() {
        SandboxResult result =
                RealSandbox.python("""
                import os
                pids = [int(name) for name in os.listdir("/proc") if name.isdigit()]
                own = %d
                try:
                    os.kill(own, 0)
                    print("signalled")
                except OSError as error:
                    print(type(error).__name__, len(pids) < 8)
                """.formatted(ProcessHandle.current().pid() + 100_000));
        assertThat(result.stdoutText()).isEqualTo("ProcessLookupError True\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open('/workspace/code.py', 'a')",
                "open('/usr/bin/evil', 'w')",
                "open('/etc/passwd', 'a')",
                "open('/evil', 'w')",
                "open('/dev/evil', 'w')",
                "os.remove('/workspace/code.py')",
                "os.chmod('/workspace/code.py', 0o777)",
                "os.mknod('/tmp/sda', 0o60666, os.makedev(8, 0)) or open('/tmp/sda', 'rb').read(1)",
                "os.setuid(0)",
                "os.chroot('/tmp')",
                "os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(99))",
                "open('/proc/sys/kernel/core_pattern', 'w')",
                "os.write(os.open('/proc/self/uid_map', os.O_WRONLY), b'0 0 1')",
                "call('unshare', 0x10000000)",
                "call('unshare', 0x00020000)",
                "call('mount', b'none', b'/tmp', b'tmpfs', 0, None)",
                "call('umount2', b'/workspace', 2)",
                "call('sethostname', b'evil', 4)",
                "call('ptrace', 16, 1, 0, 0)",
                "call('ptrace', 0, 0, 0, 0)",
                "call('memfd_create', b'hidden', 0)",
                "call('syscall', 425, 8, 0)",
                "call('syscall', 0x40000000 + 39)",
                "__import__('socket').socket(40, 1)",
                "__import__('socket').socket(38, 5)",
                "__import__('socket').socket(17, 3)",
            })
    void shouldNotChangeAnythingButItsOwnTemporaryFiles(String attempt) {
        SandboxResult result = RealSandbox.python("""
                import ctypes, os
                libc = ctypes.CDLL(None, use_errno=True)
                def call(name, *arguments):
                    if getattr(libc, name)(*arguments) == -1:
                        raise OSError(ctypes.get_errno(), name)
                try:
                    %s
                    print("done")
                except OSError as error:
                    print("refused")
                """.formatted(attempt));
        assertThat(result.stdoutText()).as(result.stderrText()).isEqualTo("refused\n");
    }

    @Test
    void shouldStopAForkBomb() {
        // When
        SandboxResult result = RealSandbox.python("""
                import os, time
                children = 0
                try:
                    while children < 5000:
                        if os.fork() == 0:
                            time.sleep(60)
                        children += 1
                except OSError as error:
                    print(type(error).__name__, children < 70, flush=True)
                os._exit(0)
                """);
        // Then
        assertThat(result.stdoutText()).isEqualTo("BlockingIOError True\n");
        assertThat(sandboxed()).isEmpty();
    }

    @Test
    void shouldStopOneProcessThatTakesTooMuchMemory() {
        SandboxResult result = RealSandbox.python("x = bytearray(2_000_000_000)\nprint('taken')\n");
        assertThat(result.stdoutText()).isEmpty();
        assertThat(result.stderrText()).contains("MemoryError");
    }

    @Test
    void shouldKillATreeThatTakesTooMuchMemoryTogether() {
        // Given
        SandboxLimits limits = new SandboxLimits(150 * MIB, 32, MIB, MIB, MIB, Duration.ofSeconds(20), 64);
        // When
        SandboxResult result = RealSandbox.python("""
                import os, time
                for _ in range(8):
                    if os.fork() == 0:
                        x = bytearray(b"x" * 40_000_000)
                        time.sleep(60)
                time.sleep(60)
                """, limits, Duration.ofSeconds(20));
        // Then
        assertThat(result.killedForMemory()).isTrue();
        assertThat(result.limitReached()).isEqualTo("memory limit reached");
        assertThat(sandboxed()).isEmpty();
    }

    @Test
    void shouldNotFillTheDisk() {
        // When
        SandboxResult oneFile = RealSandbox.python("""
                try:
                    with open("/out/big", "wb") as file:
                        for _ in range(64):
                            file.write(bytes(1024 * 1024))
                except OSError as error:
                    print(error.strerror)
                """);
        SandboxResult manyFiles = RealSandbox.python("""
                import time
                for number in range(100):
                    with open(f"/out/{number}", "wb") as file:
                        file.write(bytes(4 * 1024 * 1024))
                    time.sleep(0.02)
                time.sleep(60)
                """);
        SandboxResult temporary = RealSandbox.python("""
                try:
                    for number in range(100):
                        with open(f"/tmp/{number}", "wb") as file:
                            file.write(bytes(4 * 1024 * 1024))
                except OSError as error:
                    print(error.strerror)
                """);
        // Then
        assertThat(oneFile.stdoutText()).isEqualTo("File too large\n");
        assertThat(manyFiles.killedForDisk()).isTrue();
        assertThat(temporary.stdoutText()).isEqualTo("No space left on device\n");
    }

    @Test
    void shouldKeepOnlyTheFirstBytesOfAHugeOutput() {
        SandboxResult result = RealSandbox.python(
                "import sys\nfor _ in range(3000):\n    sys.stdout.write('x' * 10000)\nsys.exit(5)\n");
        assertThat(result.truncated()).isTrue();
        assertThat(result.stdout()).hasSize(100_000);
        assertThat(result.exit()).isEqualTo(5);
    }

    @Test
    void shouldEndACommandThatIgnoresSignals() {
        // When
        SandboxResult result = RealSandbox.python("""
                import signal, time
                for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGALRM):
                    signal.signal(number, signal.SIG_IGN)
                print("here", flush=True)
                while True:
                    time.sleep(1)
                """, SandboxLimits.small(), Duration.ofMillis(700));
        // Then
        assertThat(result.timedOut()).isTrue();
        assertThat(result.exit()).isEqualTo(-1);
        assertThat(result.stdoutText()).isEqualTo("here\n");
        assertThat(result.durationMs()).isBetween(600L, 5_000L);
        assertThat(sandboxed()).isEmpty();
    }

    @Test
    void shouldEndACommandThatSpins() {
        SandboxLimits limits = new SandboxLimits(256 * MIB, 8, MIB, MIB, MIB, Duration.ofSeconds(1), 64);
        SandboxResult result = RealSandbox.python("while True: pass\n", limits, Duration.ofSeconds(30));
        assertThat(result.timedOut()).isFalse();
        assertThat(result.exit()).isGreaterThan(128);
    }

    @Test
    void shouldLeaveNoDaemonBehind() {
        // When
        SandboxResult result = RealSandbox.python("""
                import os, time
                if os.fork() == 0:
                    os.setsid()
                    if os.fork() == 0:
                        for number in range(3):
                            os.close(number)
                        time.sleep(300)
                    os._exit(0)
                print("parent ends")
                """);
        // Then
        assertThat(result.exit()).isZero();
        assertThat(result.durationMs()).isLessThan(5_000);
        assertThat(sandboxed()).isEmpty();
    }

    @Test
    void shouldNotFollowALinkOutOfTheWorkspace(@TempDir Path host) throws IOException {
        // Given
        Path secret = Files.writeString(host.resolve("secret.txt"), "the host's");
        try (SandboxFolder folder = RealSandbox.get().folder()) {
            Files.createSymbolicLink(folder.workspace().resolve("link"), secret);
            // When
            SandboxResult result = RealSandbox.get()
                    .run(new SandboxSpec(
                            List.of("/usr/bin/cat", "link"),
                            folder.workspace(),
                            null,
                            Map.of(),
                            Duration.ofSeconds(5),
                            SandboxLimits.small(),
                            1000));
            // Then
            assertThat(result.exit()).isOne();
            assertThat(result.stdoutText()).isEmpty();
        }
    }

    @Test
    void shouldRemoveWhatIsTooDeepToName() throws IOException {
        // Given
        Path kept;
        try (SandboxFolder folder = RealSandbox.get().folder()) {
            kept = folder.out().getParent();
            folder.write(
                    "code.py",
                    "import os\nos.chdir('/out')\nfor _ in range(300):\n    os.mkdir('d' * 100)\n    os.chdir('d' * 100)\n"
                            .getBytes(StandardCharsets.UTF_8));
            // When
            SandboxResult result = RealSandbox.get()
                    .run(new SandboxSpec(
                            List.of("/usr/bin/python3", "-I", "code.py"),
                            folder.workspace(),
                            folder.out(),
                            Map.of(),
                            Duration.ofSeconds(5),
                            SandboxLimits.small(),
                            1000));
            assertThat(result.exit()).as(result.stderrText()).isZero();
        }
        // Then
        assertThat(kept).doesNotExist();
    }

    @Test
    void shouldPassArgumentsWithoutAShell() {
        try (SandboxFolder folder = RealSandbox.get().folder()) {
            SandboxResult result = RealSandbox.get()
                    .run(new SandboxSpec(
                            List.of("/usr/bin/printf", "%s|", "$(id)", "; ls", "{uid}", "?root x", "a b", ""),
                            folder.workspace(),
                            null,
                            Map.of("X", "$(id); {uid}"),
                            Duration.ofSeconds(5),
                            SandboxLimits.small(),
                            1000));
            assertThat(result.stdoutText()).isEqualTo("$(id)|; ls|{uid}|?root x|a b||");
        }
    }

    /** Processes that a sandbox of this test left running. */
    private static List<Long> sandboxed() {
        return ProcessTree.look().of(ProcessHandle.current().pid()).stream()
                .filter(pid -> ProcessHandle.of(pid)
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("bwrap") || command.contains("python3"))
                        .isPresent())
                .toList();
    }
}
