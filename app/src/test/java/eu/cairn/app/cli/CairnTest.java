package eu.cairn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CairnTest {

    @Test
    void onlyTheCommandThatIsCalledIsRead() {
        assertThat(Cairn.commandLine("verify", "--offline", "file").getSubcommands())
                .containsOnlyKeys("verify");
    }

    @Test
    void whoCallsNoneIsToldOfAllAndEachCanBeCalledByItsName() {
        var all = Cairn.commandLine().getSubcommands().keySet();

        assertThat(all).hasSize(14).contains("help", "verify", "audit", "keys");
        assertThat(all)
                .allSatisfy(
                        name ->
                                assertThat(Cairn.commandLine(name).getSubcommands())
                                        .containsOnlyKeys(name));
        assertThat(Cairn.commandLine("verfy").getSubcommands().keySet()).isEqualTo(all);
    }
}
