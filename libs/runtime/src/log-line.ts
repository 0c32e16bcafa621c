const QUIET = new Set(['level', 'time', 'service', 'msg', 'err', 'pid', 'hostname']);

/** A line of the JSON log for human eyes. Control characters stay escaped, so that no value can forge a line. */
export function oneLine(json: string): string {
  const {
    level,
    time,
    msg = '',
    err,
    ...rest
  } = JSON.parse(json) as {
    level: string;
    time: string;
    msg?: string;
    err?: { stack?: string; message?: string };
  };
  const details = Object.entries(rest)
    .filter(([key, value]) => !QUIET.has(key) && value !== undefined)
    .map(
      ([key, value]) =>
        `${key}=${typeof value === 'string' && /^[\w./:@-]+$/.test(value) ? value : JSON.stringify(value)}`,
    );
  const stack = err ? `\n${visible(err.stack ?? err.message ?? '', true)}` : '';
  return `${time.slice(11, 19)} ${level.padEnd(5)} ${visible(msg)}${details.length > 0 ? ` · ${details.join(' ')}` : ''}${stack}\n`;
}

const visible = (text: string, lines = false): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (character) =>
    lines && character === '\n' ? '\n' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
