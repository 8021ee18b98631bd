package eu.cairn.stacking;

/** One entry of the ledger: this credential was spent on that award already. */
public record Spent(String credentialId, String award) {}
