package eu.cairn.app.account;

/** A person acts for an organisation in a role. */
public record Membership(Organisation organisation, Role role) {}
