import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { faultsOf } from './dockerfile-rules.js';
import { deploy, withLinter } from './linters.js';

const dockerfile = readFileSync(join(deploy, 'Dockerfile'), 'utf8');
const with_ = (found: string | RegExp, put: string) => dockerfile.replace(found, put);

describe('the Dockerfile', () => {
  it('is without fault', () => expect(faultsOf(dockerfile)).toEqual([]));

  it.each<[string, string, string]>([
    ['an instruction that there is not', with_('WORKDIR /app', 'WORKDIRS /app'), 'Unknown instruction: WORKDIRS'],
    ['a base that moves', with_(/debian:[\w.-]+/, 'debian:latest'), 'debian:latest is not pinned'],
    ['root', with_('USER 10001:10001', 'USER root'), 'root’s'],
    ['a shell in front', with_('ENTRYPOINT ["node", "main.js"]', 'ENTRYPOINT node main.js'), 'a shell stands between'],
    ['no question after its health', with_(/^HEALTHCHECK[^]*?\n(?=#)/m, ''), 'nobody asks'],
    ['a secret', with_('NODE_ENV=production', 'METRICS_TOKEN=0123456789abcdef'), 'a secret is baked in'],
  ])('would not pass with %s', (_, planted, complaint) => {
    expect(planted).not.toBe(dockerfile);
    expect(faultsOf(planted).join('\n')).toContain(complaint);
  });
});

withLinter('hadolint', 'the Dockerfile, to hadolint', (hadolint) => {
  it('is without fault', () => expect(hadolint(['deploy/Dockerfile'])).toEqual({ code: 0, output: '' }));

  it('would not pass with packages of any version', () => {
    const { code, output } = hadolint(['-'], { input: `${dockerfile}\nRUN apt-get install tini\n` });
    expect(code).toBe(1);
    expect(output).toContain('DL3008');
  });
});
