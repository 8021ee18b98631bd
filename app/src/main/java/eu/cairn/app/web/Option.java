package eu.cairn.app.web;

/** A choice in a list: its code and what people read. */
public record Option(String code, String label) {}
