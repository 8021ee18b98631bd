package eu.cairn.formats.credential.elm;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.Contributor.Role;
import eu.cairn.formats.credential.Iri;
import eu.cairn.framework.Country;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes the organisations behind a credential: who awards, issues and contributes. */
public final class Organisations {

    /** The scheme of the codes of systems below a state, such as Scotland. */
    public static final String SUBDIVISION = "ISO 3166-2";

    public static final String CONTRIBUTOR = "contributor";

    private final Nodes nodes;
    private final JsonObject awardingBody;
    private final JsonObject issuer;

    public Organisations(Nodes nodes, AwardingBody body) {
        this.nodes = nodes;
        var country = body.country().orElseThrow();
        var organisation =
                JSON.createObjectBuilder()
                        .add("id", absolute(body.id()))
                        .add("type", "Organisation")
                        .add("legalName", nodes.words(body.legalName()))
                        .add("location", location(body.country(), body.place()));
        Nodes.put(organisation, "homepage", body.url().map(nodes::page));
        this.awardingBody = organisation.build();
        this.issuer =
                JSON.createObjectBuilder(awardingBody)
                        .add("eIDASIdentifier", legalIdentifier(body.id(), country))
                        .build();
    }

    public JsonObject awardingBody() {
        return awardingBody;
    }

    /** The awarding body with the identifier that the seal will name it by. */
    public JsonObject issuer() {
        return issuer;
    }

    private JsonObjectBuilder legalIdentifier(String notation, Country country) {
        return nodes.node("LegalIdentifier")
                .add("notation", notation)
                .add("spatial", Concepts.state(country));
    }

    /**
     * Those of {@code contributors} that award jointly, or all the others; they keep their places.
     */
    public List<JsonObject> contributors(List<Contributor> contributors, boolean awarding) {
        return IntStream.range(0, contributors.size())
                .filter(i -> awarding == (contributors.get(i).role() == Role.JOINT_AWARDING_BODY))
                .mapToObj(i -> contributor(contributors.get(i), i + 1))
                .toList();
    }

    private JsonObject contributor(Contributor contributor, int place) {
        var role = contributor.role().code();
        var organisation =
                nodes.node("Organisation", CONTRIBUTOR, place)
                        .add("dcType", Concepts.own(Concepts.ROLE + role, role.replace('-', ' ')))
                        .add("legalName", nodes.words(contributor.legalName()))
                        .add("location", location(contributor.country(), Optional.empty()));
        Nodes.put(organisation, "identifier", contributor.id().map(nodes::identifier));
        return organisation.build();
    }

    /** An organisation of which the name alone is known. */
    public JsonObject named(String name) {
        return nodes.node("Organisation")
                .add("legalName", nodes.words(name))
                .add("location", location(Optional.empty(), Optional.empty()))
                .build();
    }

    private JsonObject location(Optional<Country> country, Optional<String> place) {
        var state = country.map(Concepts::state).orElseGet(Concepts::provisionalState);
        var address = nodes.node("Address").add("countryCode", state);
        var location = nodes.node("Location").add("address", address);
        country.filter(of -> !of.code().equals(of.alpha2()))
                .ifPresent(
                        of ->
                                location.add(
                                        "identifier",
                                        nodes.node("Identifier")
                                                .add("schemeName", SUBDIVISION)
                                                .add("notation", of.code())));
        Nodes.put(location, "geographicName", place.map(nodes::words));
        return location.build();
    }

    public static String absolute(String iri) {
        if (!Iri.isAbsolute(iri)) {
            throw new IllegalArgumentException("not an absolute address: " + iri);
        }
        return iri;
    }
}
