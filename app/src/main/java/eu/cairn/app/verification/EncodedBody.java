package eu.cairn.app.verification;

import eu.cairn.app.web.Problems;
import eu.cairn.framework.Refusal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Refuses bodies that were packed for the way: what unpacks to how much would have to be bounded
 * too, and taken as they come they would be called no credential.
 */
final class EncodedBody {

    private EncodedBody() {}

    static boolean isSentWith(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING).stream()
                .anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("identity"));
    }

    /** Status 415 with what is taken instead (RFC 9110, section 12.5.3). */
    static ResponseEntity<Object> refused() {
        var answer =
                Problems.answer(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        List.of(Refusal.of("request.encoded", HttpHeaders.CONTENT_ENCODING)));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.ACCEPT_ENCODING, "identity")
                .body(answer.getBody());
    }
}
