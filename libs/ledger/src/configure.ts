import { BadConfiguration, CannotListen, DataFolderInUse, EXIT, readConfiguration, type Configuration } from '#runtime';
import { supplyFrom } from './law-numbers.js';

/** What the environment says, checked. Ends the process with one clear message when it cannot be used. */
export function configure(environment: NodeJS.ProcessEnv): Configuration {
  try {
    const { configuration, warnings } = readConfiguration(environment);
    if (configuration.lawNumbers) supplyFrom(configuration.lawNumbers);
    for (const { zh, en } of warnings) process.stderr.write(`提示 ${zh}\nNote ${en}\n`);
    return configuration;
  } catch (problem) {
    if (problem instanceof BadConfiguration) return leave(problem);
    throw problem;
  }
}

/** Ends a process that cannot start: one clear message and a code of `EXIT`. What nobody foresaw keeps its stack. */
export function leave(problem: unknown): never {
  const code =
    problem instanceof BadConfiguration || problem instanceof CannotListen
      ? EXIT.configuration
      : problem instanceof DataFolderInUse
        ? EXIT.dataFolderInUse
        : EXIT.database;
  const words =
    code === EXIT.database
      ? `台账无法启动。\nThe ledger cannot start.\n${problem instanceof Error ? problem.stack : String(problem)}`
      : (problem as Error).message;
  process.stderr.write(`${words}\n`);
  process.exit(code);
}
