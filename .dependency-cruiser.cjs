/** The arrows of the house (docs/adr, shared design): what may import what. */
const fichier = (suffixe) => `\\.${suffixe}\\.ts$`;

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      comment: "A circle means that two files share one idea.",
      severity: "error",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "services-are-islands",
      comment: "Services meet through federation keys only.",
      severity: "error",
      from: { path: "^services/([^/]+)/" },
      to: { path: "^services/([^/]+)/", pathNot: "^services/$1/" },
    },
    {
      name: "gateway-knows-no-domain",
      comment: "The gateway is a door: it knows no service, no rule and no code list.",
      severity: "error",
      from: { path: "^gateway/src" },
      to: { path: "^(services|packages/(rules|referentiels|vocabulaire|importation|database))/" },
    },
    {
      name: "rules-import-nothing",
      comment: "packages/rules imports nothing.",
      severity: "error",
      from: { path: "^packages/rules/src", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^packages/rules/src" },
    },
    {
      name: "packages-know-no-service",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^(services|gateway|tools|tests|bench)/" },
    },
    {
      name: "a-rule-never-fetches",
      comment: "Facts in, verdict out: a rule knows no repository, loader, resolver, action, database or server.",
      severity: "error",
      from: { path: fichier("rule") },
      to: {
        path: `(${fichier("(repository|loader|resolver|action)")})|^packages/(database|server-kit|importation)/|^node:(fs|http|net)`,
      },
    },
    {
      name: "a-repository-never-decides",
      comment: "A repository asks SQL questions: no rule, no resolver.",
      severity: "error",
      from: { path: fichier("repository") },
      to: { path: fichier("(rule|resolver|action|loader)"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "sql-behind-loaders-and-actions",
      comment: "A resolver asks loaders, actions and rules; it never writes SQL.",
      severity: "error",
      from: { path: fichier("resolver") },
      to: { path: "^packages/database/", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|node_modules|\\.data)/" },
    // TypeScript 7 has no JavaScript API: swc reads the sources, and keeps type-only imports apart.
    parser: "swc",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["source", "import", "node", "default"] },
  },
};
