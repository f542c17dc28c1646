package dev.masterplan.execution.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A seccomp program in the kernel's binary form: refuses system calls that no tested program needs, and sockets of
 * every family but UNIX, IPv4, IPv6 and netlink; a virtual machine's vsock knows no network namespace.
 */
final class SeccompFilter {

    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7fff0000;
    private static final int REFUSE_EPERM = 0x00050001;
    private static final int KILL = 0x80000000;
    private static final int NUMBER_AT = 0;
    private static final int ARCHITECTURE_AT = 4;
    private static final int FIRST_ARGUMENT_AT = 16;
    private static final int X32 = 0x40000000;
    private static final int[] FAMILIES = {1, 2, 10, 16};

    /** Numbers that both kernels share: io_uring, the new mount calls, pidfd_getfd, mount_setattr, memfd_secret. */
    private static final int[] EVERYWHERE = {425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 442, 447};

    /**
     * ptrace syslog personality pivot_root chroot acct mount umount2 swapon swapoff reboot init_module delete_module
     * quotactl kexec_load add_key request_key keyctl unshare perf_event_open name_to_handle_at open_by_handle_at setns
     * process_vm_readv process_vm_writev finit_module memfd_create kexec_file_load bpf userfaultfd.
     */
    private static final int[] X86_64 = {
        101, 103, 135, 155, 161, 163, 165, 166, 167, 168, 169, 175, 176, 179, 246, 248, 249, 250, 272, 298, 303, 304,
        308, 310, 311, 313, 319, 320, 321, 323
    };

    /** The same calls in the same order. */
    private static final int[] AARCH64 = {
        117, 116, 92, 41, 51, 89, 40, 39, 224, 225, 142, 105, 106, 60, 104, 217, 218, 219, 97, 241, 264, 265, 268, 270,
        271, 273, 279, 294, 280, 282
    };

    private record Machine(int architecture, int socket, boolean x32, int[] refused) {}

    private record Instruction(int code, int whenTrue, int whenFalse, int value) {}

    private SeccompFilter() {}

    /** Empty on a machine whose numbers are not known here; the other walls stand without it. */
    static Optional<byte[]> of(String osArch) {
        return switch (osArch) {
            case "amd64", "x86_64" -> Optional.of(bytes(program(new Machine(0xc000003e, 41, true, X86_64))));
            case "aarch64" -> Optional.of(bytes(program(new Machine(0xc00000b7, 198, false, AARCH64))));
            default -> Optional.empty();
        };
    }

    private static List<Instruction> program(Machine machine) {
        List<Instruction> program = new ArrayList<>(List.of(
                new Instruction(LOAD, 0, 0, ARCHITECTURE_AT),
                new Instruction(JUMP_EQUAL, 1, 0, machine.architecture()),
                new Instruction(RETURN, 0, 0, KILL),
                new Instruction(LOAD, 0, 0, NUMBER_AT)));
        if (machine.x32()) {
            program.add(new Instruction(JUMP_AT_LEAST, 0, 1, X32));
            program.add(new Instruction(RETURN, 0, 0, REFUSE_EPERM));
        }
        for (int[] numbers : new int[][] {EVERYWHERE, machine.refused()}) {
            for (int number : numbers) {
                program.add(new Instruction(JUMP_EQUAL, 0, 1, number));
                program.add(new Instruction(RETURN, 0, 0, REFUSE_EPERM));
            }
        }
        program.add(new Instruction(JUMP_EQUAL, 1, 0, machine.socket()));
        program.add(new Instruction(RETURN, 0, 0, ALLOW));
        program.add(new Instruction(LOAD, 0, 0, FIRST_ARGUMENT_AT));
        for (int family : FAMILIES) {
            program.add(new Instruction(JUMP_EQUAL, 0, 1, family));
            program.add(new Instruction(RETURN, 0, 0, ALLOW));
        }
        program.add(new Instruction(RETURN, 0, 0, REFUSE_EPERM));
        return program;
    }

    private static byte[] bytes(List<Instruction> program) {
        ByteBuffer buffer = ByteBuffer.allocate(program.size() * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (Instruction instruction : program) {
            buffer.putShort((short) instruction.code())
                    .put((byte) instruction.whenTrue())
                    .put((byte) instruction.whenFalse())
                    .putInt(instruction.value());
        }
        return buffer.array();
    }
}
