package dev.masterplan.review.queue;

import java.util.List;
import java.util.UUID;

/**
 * What is known of the piece; newer rounds of a wave replace it while the review is open.
 *
 * @param atomIds    the chain of atoms that wrote the file, in the wave's order
 * @param atomId     the one that the review speaks of: the failed one, else the last of the chain
 * @param failed     the atom FAILED: it can't be approved
 * @param fileHash   sha256 of the file as the wave left it, null when there is none
 * @param confidence 0..1, null where nothing was scored
 * @param evidence   request, response and assertion of a failed test
 */
public record ReviewFacts(
        UUID atomId,
        List<UUID> atomIds,
        boolean failed,
        String fileHash,
        Priority priority,
        Double confidence,
        int retries,
        List<String> validationErrors,
        List<String> requirementKeys,
        String evidence) {

    public ReviewFacts {
        atomIds = List.copyOf(atomIds);
        validationErrors = List.copyOf(validationErrors);
        requirementKeys = List.copyOf(requirementKeys);
    }

    /** How soon somebody should look. */
    public enum Priority {
        MEDIUM,
        HIGH
    }
}
