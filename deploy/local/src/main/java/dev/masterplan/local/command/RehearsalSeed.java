package dev.masterplan.local.command;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Only {@code --rehearse=SEED} names a seed; the word after {@code --rehearse} is the brief. */
final class RehearsalSeed implements IParameterPreprocessor {

    static final String USUAL = "7";

    private static final String ATTACHED = "=";

    @Override
    public boolean preprocess(Stack<String> words, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        if (ATTACHED.equals(info.get("separator"))) {
            return false;
        }
        option.setValue(Long.valueOf(USUAL));
        return true;
    }
}
