package eu.cairn.app.web;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where this installation lives.
 *
 * @param home the directory of its keys and, if it is embedded, its database
 * @param baseUrl the public address under which it is reached, without a slash at the end; it
 *     stands in every credential
 */
@ConfigurationProperties("cairn")
public record Installation(Path home, String baseUrl) {}
