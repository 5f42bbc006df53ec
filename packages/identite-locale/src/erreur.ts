/** Why the local provider did not start, or gave no token. */
export type CodeIdentiteLocale =
  | "PRODUCTION"
  | "HOTE_NON_LOCAL"
  | "PORT_INDISPONIBLE"
  | "SECRETS_ILLISIBLES"
  | "PROFIL_INCONNU"
  | "FOURNISSEUR_INJOIGNABLE"
  | "JETON_REFUSE";

/** The only error this package throws on purpose: a code for programs, a French sentence for the reader. */
export class IdentiteLocaleError extends Error {
  readonly code: CodeIdentiteLocale;

  constructor(code: CodeIdentiteLocale, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "IdentiteLocaleError";
    this.code = code;
  }
}
