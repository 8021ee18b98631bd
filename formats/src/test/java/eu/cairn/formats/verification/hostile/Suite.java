package eu.cairn.formats.verification.hostile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** All specimens, made from fresh keys. */
public final class Suite {

    private static final Map<String, Function<World, List<Specimen>>> FAMILIES =
            Map.ofEntries(
                    Map.entry("changed", ChangedDocuments::of),
                    Map.entry("linked data", LinkedDataTricks::of),
                    Map.entry("JSON", JsonTricks::of),
                    Map.entry("proof", ProofTricks::of),
                    Map.entry("keys", KeyTricks::of),
                    Map.entry("signature", SignatureTricks::of),
                    Map.entry("token header", TokenHeaders::of),
                    Map.entry("token payload", TokenPayloads::of),
                    Map.entry("disclosure", DisclosureTricks::of),
                    Map.entry("holder", HolderTricks::of),
                    Map.entry("European seal", SealTricks::of),
                    Map.entry("XML", XmlTricks::of),
                    Map.entry("Open Badges 2", OlderAndRecords::older),
                    Map.entry("learner record", OlderAndRecords::records),
                    Map.entry("carrier", CarrierTricks::of),
                    Map.entry("status list", BitListTricks::of),
                    Map.entry("token status list", TokenListTricks::of),
                    Map.entry("presentation", PresentationTricks::of),
                    Map.entry("presented", PresentedTricks::of),
                    Map.entry("shape", DateTricks::of),
                    Map.entry("data model 1.1", OlderModelTricks::of),
                    Map.entry("bomb", Bombs::of),
                    Map.entry("true badge", TrueDocuments::of),
                    Map.entry("true badge of model 1.1", OlderModel::of),
                    Map.entry("true token", TrueTokens::of),
                    Map.entry("true carrier", TrueCarriers::of),
                    Map.entry("true status", TrueCarriers::lists));

    private Suite() {}

    /** Every kind, false and true; each is made anew from new keys. */
    public static List<Specimen> all() {
        return of(families());
    }

    /** The names of all families. */
    public static List<String> families() {
        return FAMILIES.keySet().stream().sorted().toList();
    }

    /** The kinds of some families. */
    public static List<Specimen> of(Collection<String> families) {
        var world = new World();
        return families.stream()
                .flatMap(family -> Stream.ofNullable(FAMILIES.get(family)))
                .flatMap(family -> family.apply(world).stream())
                .toList();
    }
}
