// What a test forks runs the built code, as users do: not under the resolution conditions that Vitest gives its workers.
process.execArgv = [];
