package dev.masterplan.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.languagemodel.endpoint.Endpoint.Form;
import dev.masterplan.stubmodel.bill.Call;
import dev.masterplan.stubmodel.script.Fault;
import dev.masterplan.stubmodel.script.Turn;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of a provider, in both forms, streamed and whole: what comes of it, and that the money is right. */
class FaultsTest {

    private static final Set<Fault> AS_TEXT = EnumSet.of(Fault.CODE_FENCES, Fault.TWO_FILES, Fault.WRONG_FILE);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Rig rig = new Rig();

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    static Stream<Arguments> everything() {
        return Stream.of(Form.values())
                .flatMap(form -> Stream.of(true, false)
                        .flatMap(streamed ->
                                Stream.of(Fault.values()).map(fault -> Arguments.of(form, streamed, fault))));
    }

    @ParameterizedTest(name = "{0} streamed={1} {2}")
    @MethodSource("everything")
    void shouldTellWhatCameOfItAndBookWhatIsBilled(Form form, boolean streamed, Fault fault) {
        // Given
        Turn turn = Turn.of(fault).retryAfter(0).after(Duration.ofMillis(fault == Fault.SLOW_FIRST_TOKEN ? 100 : 0));
        rig.stub().script().then(turn, Turn.of(Fault.NONE));
        ModelPort model = rig.model(form);
        Requests request = Requests.plain().streamed(streamed).shape(AS_TEXT.contains(fault) ? null : Requests.SHAPE);

        // When
        Timeouts timeouts = fault == Fault.STALL ? Requests.SHORT : Timeouts.standard();
        Reply first = model.complete(request.timeouts(timeouts).build());
        Reply second = model.complete(request.key(next(request.key(), first)).build());

        // Then
        assertThat(outcome(first)).isEqualTo(expected(fault));
        assertThat(second).isInstanceOf(Reply.Answer.class);
        assertLedgerEqualsLog();
    }

    /** A busy provider is asked again under the same reservation, everything else is another request. */
    private static CallKey next(CallKey key, Reply reply) {
        return switch (reply) {
            case Trouble trouble when trouble.kind() == Trouble.Kind.UNKNOWN_OUTCOME -> key.nextCall();
            case Trouble trouble -> key;
            default -> new CallKey(key.plan(), key.role(), key.subject(), key.attempt() + 1, 1);
        };
    }

    private static String expected(Fault fault) {
        return switch (fault) {
            case NONE, SLOW_FIRST_TOKEN, CODE_FENCES, TWO_FILES, WRONG_FILE -> "answer";
            case RATE_LIMITED, UNAVAILABLE, OVERLOADED -> "busy";
            case BAD_REQUEST, UNAUTHORIZED, QUOTA_EXHAUSTED -> "refused";
            case SERVER_ERROR, STALL, TRUNCATED, CUT, RESET, ERROR_IN_STREAM, NO_USAGE -> "unknown_outcome";
            case MALFORMED_JSON -> "unusable not_json";
            case WRONG_SCHEMA -> "unusable wrong_shape";
            case LENGTH -> "unusable length";
            case REFUSAL -> "unusable refused";
            case EMPTY -> "unusable empty";
        };
    }

    private static String outcome(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> "answer";
            case Reply.Unusable unusable -> "unusable " + unusable.why().name().toLowerCase(Locale.ROOT);
            case Reply.NoBudget none -> "no_budget";
            case Trouble trouble -> trouble.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private void assertLedgerEqualsLog() {
        List<Ledger.Row> rows = rig.ledger().rows();
        List<Call> log = rig.stub().log();
        assertThat(rows).hasSameSizeAs(log);
        for (int i = 0; i < rows.size(); i++) {
            BigDecimal booked = rows.get(i).cost();
            BigDecimal billed = log.get(i).cost();
            if (rows.get(i).estimated()) {
                assertThat(booked).isGreaterThanOrEqualTo(billed);
            } else {
                assertThat(booked).isEqualByComparingTo(billed);
            }
        }
        assertThat(rig.ledger().reserved()).isZero();
        assertThat(rig.ledger().spent())
                .isGreaterThanOrEqualTo(rig.stub().billed())
                .isLessThan(CENT.multiply(BigDecimal.TEN));
    }
}
