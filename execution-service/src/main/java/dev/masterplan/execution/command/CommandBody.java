package dev.masterplan.execution.command;

import dev.masterplan.execution.cost.MoneyLimits;
import dev.masterplan.messaging.event.ReviewDecided;
import java.util.UUID;

/**
 * What a person sent; which fields count depends on the command.
 *
 * @param baseHash sha256 the edit was made on
 * @param decided  a review's decision, never from a person directly
 */
public record CommandBody(
        String command,
        Integer wave,
        UUID atomId,
        String path,
        String content,
        String baseHash,
        String testId,
        String code,
        String reason,
        MoneyLimits limits,
        ReviewDecided decided) {

    public static CommandBody of(CommandKind kind) {
        return new CommandBody(kind.word(), null, null, null, null, null, null, null, null, null, null);
    }

    static CommandBody of(ReviewDecided decided) {
        return new CommandBody(
                CommandKind.REVIEW.word(), null, null, null, null, null, null, null, null, null, decided);
    }
}
