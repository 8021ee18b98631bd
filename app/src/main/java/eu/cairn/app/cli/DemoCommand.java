package eu.cairn.app.cli;

import eu.cairn.app.database.Forget;
import eu.cairn.app.demo.DemoWorld;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the server with a whole small world in it. */
@Command(
        name = "demo",
        description = "Start a server with demo data to look around in.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin private Place place = new Place();

    @Option(names = "--fresh", description = "start over: forget everything in the home directory")
    private boolean fresh;

    @Override
    public Integer call() throws InterruptedException {
        if (fresh) {
            Forget.everythingIn(place.home());
        }
        var server = Server.start(place, true);
        var world = server.bean(DemoWorld.class);
        world.make();
        print(world.links());
        server.serve();
        return 0;
    }

    private void print(DemoWorld.Links links) {
        var base = "http://localhost:" + place.port();
        System.out.println();
        System.out.println("Cairn's demo is at " + base);
        System.out.println();
        System.out.println("stack: " + base + links.stack());
        System.out.println("genuine: " + base + links.genuine());
        System.out.println("revoked: " + base + links.revoked());
        System.out.println("suspended: " + base + links.suspended());
        System.out.println();
        System.out.println(
                "People to be, at " + base + "/sign-in (password: " + links.password() + ")");
        for (var person : links.people()) {
            System.out.printf(
                    "  %-28s %-32s %s%n", person.name(), person.email(), person.standing());
        }
        System.out.println();
        if (!base.equals(place.baseUrl())) {
            System.out.printf(
                    "Its credentials carry the address %s, with which this home began;%n"
                            + "whoever verifies them elsewhere asks there. --fresh begins anew.%n%n",
                    place.baseUrl());
        }
        System.out.println("Data is kept in " + place.home() + ". Ctrl-C stops everything.");
    }
}
