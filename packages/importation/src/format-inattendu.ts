/** The file is not what its importer reads: said in French to the person who gave it; nothing was written. */
export class FormatInattendu extends Error {
  override readonly name = "FormatInattendu";
}
