/** As little of a browser as a sign-in needs: cookies kept by path, no redirection followed on its own. */
export class Navigateur {
  readonly #cookies = new Map<string, { readonly valeur: string; readonly chemin: string }>();

  async ouvrir(adresse: string, formulaire?: Readonly<Record<string, string>>): Promise<Response> {
    const response = await fetch(adresse, {
      redirect: "manual",
      headers: { accept: "text/html", cookie: this.#pour(new URL(adresse).pathname) },
      ...(formulaire === undefined ? {} : { method: "POST", body: new URLSearchParams(formulaire) }),
    });
    for (const ligne of response.headers.getSetCookie()) this.#garder(ligne);
    return response;
  }

  #garder(ligne: string): void {
    const [paire = "", ...attributs] = ligne.split("; ");
    const [nom = "", valeur = ""] = paire.split("=");
    const chemin = attributs.find((attribut) => attribut.startsWith("path="))?.slice("path=".length) ?? "/";
    this.#cookies.set(nom, { valeur, chemin });
  }

  #pour(chemin: string): string {
    return [...this.#cookies]
      .filter(([, cookie]) => chemin.startsWith(cookie.chemin))
      .map(([nom, { valeur }]) => `${nom}=${valeur}`)
      .join("; ");
  }
}

/** Where the answer sends the browser, made absolute. */
export function suite(response: Response, depuis: string): string {
  return new URL(response.headers.get("location") ?? "about:blank", depuis).href;
}
