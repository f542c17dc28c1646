package dev.masterplan.review.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.masterplan.messaging.event.ReviewKind;
import dev.masterplan.messaging.event.ReviewResolved;
import dev.masterplan.review.queue.ReviewFacts.Priority;
import dev.masterplan.review.queue.ReviewState.Draft;
import dev.masterplan.review.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewStateTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final Draft DRAFT = new Draft("print()", null);

    @ParameterizedTest
    @CsvSource({
        "PENDING,   approve, DECIDED",
        "PENDING,   edit,    DECIDED",
        "PENDING,   mended,  RESOLVED",
        "PENDING,   applied, -",
        "PENDING,   refused, -",
        "IN_REVIEW, approve, DECIDED",
        "IN_REVIEW, edit,    DECIDED",
        "IN_REVIEW, mended,  RESOLVED",
        "IN_REVIEW, applied, -",
        "IN_REVIEW, refused, -",
        "DECIDED,   approve, -",
        "DECIDED,   edit,    -",
        "DECIDED,   mended,  -",
        "DECIDED,   applied, RESOLVED",
        "DECIDED,   refused, IN_REVIEW",
        "RESOLVED,  approve, -",
        "RESOLVED,  edit,    -",
        "RESOLVED,  mended,  -",
        "RESOLVED,  applied, -",
        "RESOLVED,  refused, -",
    })
    void shouldTakeExactlyTheLegalCommands(String state, String command, String next) {
        // Given
        Review review = in(state, ReviewKind.ATOM, false);

        // When
        var result = catchThrowable(() -> run(review, command));

        // Then
        if (next.equals("-")) {
            assertThat(result).isInstanceOf(Refusal.class);
        } else {
            assertThat(result).isNull();
            assertThat(run(review, command).stateName()).isEqualTo(next);
        }
    }

    @Test
    void shouldRefuseApprovalButTakeAnEditWhenTheAtomFailed() {
        // Given
        Review review = in("PENDING", ReviewKind.ATOM, true);

        // When
        var edited = review.edit(DRAFT, "rita", null, NOW);

        // Then
        assertThat(edited.review().stateName()).isEqualTo("DECIDED");
        assertThatThrownBy(() -> review.approve("rita", null, NOW)).hasMessageContaining("FAILED");
    }

    @Test
    void shouldRefuseAnEditWhenThereIsNoFile() {
        // Given
        Review review = in("PENDING", ReviewKind.TEST, false);

        // When
        var refused = catchThrowable(() -> review.edit(DRAFT, "rita", null, NOW));

        // Then
        assertThat(refused).hasMessageContaining("no file");
    }

    @Test
    void shouldKeepWhatWasDecidedOnWhenANewRoundComesAfterTheEnd() {
        // Given
        Review review = in("RESOLVED", ReviewKind.ATOM, false);

        // When
        Review refreshed = review.refreshed(facts(true));

        // Then
        assertThat(refreshed).isEqualTo(review);
    }

    @Test
    void shouldCloseAtOnceWhenExecutionHasNothingToDo() {
        // Given
        Review review = in("PENDING", ReviewKind.TEST, false);

        // When
        var approved = review.approve("rita", null, NOW);

        // Then
        assertThat(approved.event()).isInstanceOf(ReviewResolved.class);
        assertThat(approved.review().stateName()).isEqualTo("RESOLVED");
    }

    @Test
    void shouldKeepTheDraftWhenAnApprovalAfterItIsRefused() {
        // Given
        Review review = in("IN_REVIEW", ReviewKind.ATOM, false);

        // When
        Review refused = run(run(review, "approve"), "refused");

        // Then
        assertThat(refused.state())
                .isInstanceOfSatisfying(
                        ReviewState.InReview.class, s -> assertThat(s.draft()).isEqualTo(DRAFT));
    }

    @ParameterizedTest
    @CsvSource({"PENDING", "IN_REVIEW", "DECIDED", "APPROVED", "UNAPPROVED", "RESOLVED"})
    void shouldComeBackFromItsDocumentAsItWas(String state) {
        // Given
        Review review = in(state, ReviewKind.ATOM, false);

        // When
        ReviewState restored = StateDocument.of(review.state()).state(review.stateName());

        // Then
        assertThat(restored).isEqualTo(review.state());
    }

    private static Review run(Review review, String command) {
        return switch (command) {
            case "approve" -> review.approve("rita", "fine", NOW).review();
            case "edit" -> review.edit(DRAFT, "rita", null, NOW).review();
            case "mended" -> review.mended("Gate S", "wave 1, round 3", NOW).review();
            case "applied" -> review.applied(NOW).review();
            case "refused" -> review.refused(List.of("line 1"));
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static Review in(String state, ReviewKind kind, boolean failed) {
        Review pending = Review.create(
                        new UUID(0, 1),
                        new ReviewOrigin(
                                new UUID(0, 2),
                                new UUID(0, 3),
                                new UUID(0, 4),
                                kind,
                                "key",
                                "subject",
                                kind == ReviewKind.ATOM ? "app/a.py" : null,
                                false),
                        facts(failed),
                        new Review.Trace("t", null),
                        NOW)
                .review();
        return switch (state) {
            case "PENDING" -> pending;
            case "DECIDED" -> run(pending, "edit");
            case "APPROVED" -> run(pending, "approve");
            case "UNAPPROVED" -> run(run(pending, "approve"), "refused");
            case "IN_REVIEW" -> run(run(pending, "edit"), "refused");
            case "RESOLVED" -> run(run(pending, "approve"), "applied");
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static ReviewFacts facts(boolean failed) {
        return new ReviewFacts(
                new UUID(0, 5),
                List.of(new UUID(0, 5)),
                failed,
                null,
                Priority.MEDIUM,
                0.65,
                1,
                List.of(),
                List.of("R-001"),
                null);
    }
}
