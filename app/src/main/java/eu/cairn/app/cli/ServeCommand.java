package eu.cairn.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the server and serves until it is stopped. */
@Command(name = "serve", description = "Start the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin private Place place = new Place();

    @Override
    public Integer call() throws InterruptedException {
        var server = Server.start(place, false);
        server.bean(eu.cairn.app.verification.KnownIssuers.class).publish();
        System.out.println("Cairn is at " + place.baseUrl());
        server.serve();
        return 0;
    }
}
