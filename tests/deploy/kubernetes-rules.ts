import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';
import { root } from './linters.js';

const require = createRequire(import.meta.url);

/** An object as it would be applied. */
export interface Rendered {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Record<string, string> };
  readonly spec?: any;
  readonly data?: Record<string, string>;
}

export const renderedFrom = (text: string): Rendered[] =>
  parseAllDocuments(text).map((document) => document.toJS() as Rendered);

export const nameOf = ({ kind, metadata }: Rendered): string => `${kind}/${metadata.name}`;

const moduleOf = ({ apiVersion, kind }: Rendered): string => `kubernetes-models/${apiVersion}/${kind}`;

/** Objects that the API of Kubernetes would not take: wrong shapes, by its own schemas. */
export const misshapen = (objects: readonly Rendered[]): string[] =>
  objects.flatMap((object) => {
    const Model = (require(moduleOf(object)) as Record<string, new (object: object) => { validate(): void }>)[
      object.kind
    ]!;
    try {
      new Model(object).validate();
      return [];
    } catch (problem) {
      return [`${nameOf(object)}: ${(problem as Error).message}`];
    }
  });

/** Fields that there are not: the API ignores them without a word, so that a misspelt probe is no probe. */
export function unknownFields(objects: readonly Rendered[]): string[] {
  const file = join(root, 'tests/deploy/rendered-objects.ts');
  const text = objects
    .map(
      (object, index) =>
        `import type { I${object.kind} as T${index} } from '${moduleOf(object)}';\nexport const o${index}: T${index} = ${JSON.stringify(object)};`,
    )
    .join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? text : readFile(path));
  host.getSourceFile = (path, ...rest) =>
    path === file ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** What is wrong with a deployment by the rules of this house. */
export function faultsOf(deployment: Rendered): string[] {
  const { template } = deployment.spec;
  const { spec } = template;
  const [container] = spec.containers;
  const complain = (is: boolean, words: string): string[] => (is ? [`${deployment.metadata.name} ${words}`] : []);
  const probe = (name: string, path: string) =>
    container[name]?.httpGet?.path === path && container[name].httpGet.port === 'http';
  const stopMs = 1000 * (spec.terminationGracePeriodSeconds - (container.lifecycle?.preStop?.sleep?.seconds ?? 0));
  const environment: { name: string; value?: string }[] = container.env;
  const mounts: string[] = container.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath);
  const files = environment.filter(({ name }) => name.endsWith('_FILE')).map(({ value }) => value!);
  return [
    ...complain(!probe('startupProbe', '/health/startup'), 'is not asked whether it has started'),
    ...complain(!probe('readinessProbe', '/health/ready'), 'is not asked whether it is ready'),
    ...complain(!probe('livenessProbe', '/health/live'), 'is not asked whether it lives'),
    ...complain(!(stopMs >= 25_000), 'is not given the 25 s that it drains for'),
    ...complain(!container.resources?.requests?.memory || !container.resources.requests.cpu, 'asks for nothing'),
    ...complain(!container.resources?.limits?.memory, 'has no limit of memory'),
    ...complain(spec.securityContext?.runAsNonRoot !== true, 'may run as root'),
    ...complain(spec.securityContext?.seccompProfile?.type !== 'RuntimeDefault', 'has no seccomp profile'),
    ...complain(container.securityContext?.readOnlyRootFilesystem !== true, 'may write to its image'),
    ...complain(container.securityContext?.allowPrivilegeEscalation !== false, 'may gain privileges'),
    ...complain(!container.securityContext?.capabilities?.drop?.includes('ALL'), 'keeps capabilities'),
    ...complain(spec.automountServiceAccountToken !== false, 'carries a token of the cluster'),
    ...complain(!/:\d+\.\d+\.\d+$/.test(container.image), `runs ${container.image}, which is not pinned`),
    ...complain(
      environment.some(({ name, value }) => /(URL|PASSWORD|TOKEN)$/.test(name) && value !== undefined),
      'has a secret in its manifest',
    ),
    ...files
      .filter((file) => !mounts.some((mount) => file.startsWith(`${mount}/`)))
      .map((file) => `${deployment.metadata.name} reads ${file}, which is not mounted`),
  ];
}

/** Selectors that select nothing, and references that lead nowhere. */
export function looseEnds(objects: readonly Rendered[]): string[] {
  const of = (kind: string) => objects.filter((object) => object.kind === kind);
  const pods = of('Deployment').map(({ spec }) => spec.template.metadata.labels as Record<string, string>);
  const selects = (labels: Record<string, string> = {}) =>
    pods.filter((pod) => Object.entries(labels).every(([key, value]) => pod[key] === value)).length;
  const backends = of('Ingress').flatMap(({ spec }) =>
    spec.rules.flatMap((rule: any) => rule.http.paths.map((path: any) => path.backend.service.name as string)),
  );
  const names = (kind: string) => new Set(of(kind).map(({ metadata }) => metadata.name));
  return [
    ...[...of('Service'), ...of('PodDisruptionBudget')]
      .filter(({ spec }) => selects(spec.selector.matchLabels ?? spec.selector) !== 1)
      .map((object) => `${nameOf(object)} does not select exactly one deployment`),
    ...of('Deployment').flatMap(({ spec, metadata }) =>
      spec.template.spec.topologySpreadConstraints
        .filter(({ labelSelector }: any) => selects(labelSelector.matchLabels) !== 1)
        .map(() => `${metadata.name} is spread together with others`),
    ),
    ...of('HorizontalPodAutoscaler')
      .filter(({ spec }) => !names('Deployment').has(spec.scaleTargetRef.name))
      .map((object) => `${nameOf(object)} scales nothing`),
    ...backends
      .filter((name) => !names('Service').has(name))
      .map((name) => `the ingress sends to ${name}, which there is not`),
    ...of('Deployment')
      .flatMap(({ spec }) => spec.template.spec.containers[0].envFrom)
      .filter(({ configMapRef }: any) => !names('ConfigMap').has(configMapRef.name))
      .map(({ configMapRef }: any) => `there is no ConfigMap ${configMapRef.name}`),
    ...objects.filter(({ kind }) => kind === 'Secret').map((object) => `${nameOf(object)} is committed`),
    ...objects
      .filter(({ kind, metadata }) => kind !== 'Namespace' && metadata.namespace !== 'taizhang')
      .map((object) => `${nameOf(object)} is in no namespace`),
  ];
}
