package dev.masterplan.local.command;

import dev.masterplan.local.flow.Interruption;
import dev.masterplan.local.show.Terminal;

/** What every command works with. */
public record Context(Terminal terminal, Interruption interruption) {}
