import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { deploy, root } from './linters.js';

interface Service {
  readonly image?: string;
  readonly build?: { readonly args?: { readonly APP?: string } };
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string; readonly required?: boolean }>>;
  readonly healthcheck?: object;
  readonly restart?: string;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly memory?: string; readonly cpus?: string } } };
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

export const composeText = (): string => readFileSync(join(deploy, 'compose.yaml'), 'utf8');

/** Variables as Compose would fill them in on a machine where none is set but the profile. */
const filledIn = (text: string): string =>
  text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, sign: string, rest: string) =>
    name === 'COMPOSE_PROFILES' ? 'cluster' : sign === '-' ? rest : '',
  );

const filled = (text: string): Compose => parse(filledIn(text), { merge: true }) as Compose;

const named = (list: readonly string[] = []): string[] =>
  list.map((volume) => volume.split(':')[0]!).filter((source) => !/^[./]/.test(source));

/** What is wrong with a compose file: names that lead nowhere, and the rules of this house. */
export function faultsOf(text: string): string[] {
  const compose = filled(text);
  return Object.entries(compose.services).flatMap(([name, service]) => faultsOfService(name, service, compose));
}

function faultsOfService(name: string, service: Service, compose: Compose): string[] {
  const complain = (is: boolean, words: string): string[] => (is ? [`${name} ${words}`] : []);
  const missing = (kind: keyof Compose, names: readonly string[] = []): string[] =>
    names.filter((one) => !(one in compose[kind])).map((one) => `${name} names ${kind} ${one}, which there is not`);
  const limits = service.deploy?.resources?.limits;
  const waitsFor = Object.entries(service.depends_on ?? {});
  return [
    ...missing('networks', service.networks),
    ...missing('secrets', service.secrets),
    ...missing('volumes', named(service.volumes)),
    ...missing(
      'services',
      waitsFor.map(([other]) => other),
    ),
    ...waitsFor
      .filter(([other, { required }]) => required !== false && compose.services[other]?.profiles && !service.profiles)
      .map(([other]) => `${name} waits for ${other}, which its profile leaves out`),
    ...waitsFor
      .filter(([other, { condition }]) => condition === 'service_healthy' && !isAsked(compose.services[other]))
      .map(([other]) => `${name} waits for the health of ${other}, which nobody asks after`),
    ...complain(!/:v?\d+\.\d+(\.\d+)?/.test(service.image ?? ''), 'is not pinned to a version'),
    ...complain(!limits?.memory || !limits.cpus, 'may take all of the machine'),
    ...complain(service.restart !== 'unless-stopped', 'does not come back'),
    ...complain(!service.cap_drop?.includes('ALL'), 'keeps privileges'),
    ...complain(!service.security_opt?.includes('no-new-privileges:true'), 'may gain privileges'),
    ...complain(
      (service.ports ?? []).some((port) => name !== 'proxy' && !port.startsWith('127.0.0.1:')),
      'is open to other machines',
    ),
    ...Object.entries(service.environment ?? {})
      .filter(([key, value]) => /(PASSWORD|SECRET|TOKEN)$/.test(key) && value !== '')
      .map(([key]) => `${name} has ${key} in its environment`),
  ];
}

/** Our own images ask after their health themselves. */
const isAsked = (service: Service | undefined): boolean =>
  service?.healthcheck !== undefined || service?.build !== undefined;

/** Apps that are processes of their own: a folder of apps/ that serves one department or the read side. */
export const appFile = (app: string): string => join(root, 'apps', app, 'src/main.ts');
