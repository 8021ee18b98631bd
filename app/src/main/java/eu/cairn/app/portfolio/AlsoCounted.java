package eu.cairn.app.portfolio;

/**
 * A credential that counts in a stack and in another one too.
 *
 * @param title of the credential
 * @param qualification the title of the other qualification
 * @param rulebook its identifier
 */
public record AlsoCounted(String title, String qualification, String rulebook) {}
