package lakebase.model;

/** A custom tag of a project (contract §2.1). */
public record Tag(String key, String value) {}
