package eu.cairn.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of a command: its exit code and what it printed. */
record Run(int exit, String out, String err) {

    static Run of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                Cairn.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
