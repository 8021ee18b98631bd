package eu.cairn.bench;

/**
 * How large a learner's case is and how hard it is made.
 *
 * @param limits whether there are caps, floors and a choice beside the requirements
 * @param slack by how many percent the requirements ask less than the learner holds for them
 */
record Shape(int credentials, int requirements, boolean limits, int slack) {

    @Override
    public String toString() {
        return "%d x %d, %s%s"
                .formatted(
                        credentials,
                        requirements,
                        limits ? "caps, floors and choice" : "plain",
                        slack == 0 ? "" : ", %d %% slack".formatted(slack));
    }
}
