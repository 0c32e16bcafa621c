import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfiguration } from '#runtime';
import { services } from '../../apps/launcher/src/services.js';
import {
  faultsOf,
  looseEnds,
  misshapen,
  nameOf,
  renderedFrom,
  unknownFields,
  type Rendered,
} from './kubernetes-rules.js';
import { deploy, withLinter } from './linters.js';

withLinter('kustomize', 'the manifests of', (kustomize) => {
  const render = (folder: string): string => {
    const { code, output } = kustomize(['build', folder]);
    if (code !== 0) throw new Error(output);
    return output;
  };
  const deployments = (objects: readonly Rendered[]) => objects.filter(({ kind }) => kind === 'Deployment');

  describe.each(['city', 'cluster'])('%s', (overlay) => {
    let objects: Rendered[];
    beforeAll(() => void (objects = renderedFrom(render(join(deploy, 'kubernetes', overlay)))));

    it('are what Kubernetes takes, with no field that it does not know', () => {
      expect(misshapen(objects)).toEqual([]);
      expect(unknownFields(objects)).toEqual([]);
    });

    it('run every service by the rules of this house', () => {
      const names = services.map(({ name }) => `taizhang-${name}`).sort();
      expect(
        deployments(objects)
          .map(({ metadata }) => metadata.name)
          .sort(),
      ).toEqual(names);
      expect(deployments(objects).flatMap(faultsOf)).toEqual([]);
      for (const kind of ['Service', 'PodDisruptionBudget', 'HorizontalPodAutoscaler'])
        expect(
          objects
            .filter((one) => one.kind === kind)
            .map(({ metadata }) => metadata.name)
            .sort(),
        ).toEqual(names);
    });

    it('have no loose ends', () => expect(looseEnds(objects)).toEqual([]));

    it('send every address to the service that serves it', () => {
      const ingress = objects.find(({ kind }) => kind === 'Ingress')!;
      const sent = Object.fromEntries(
        ingress.spec.rules[0].http.paths.map(({ path, backend }: any) => [path, backend.service.name]),
      );
      expect(sent).toEqual(
        Object.fromEntries(services.flatMap(({ name, serves }) => serves.map((path) => [path, `taizhang-${name}`]))),
      );
    });

    it('tell the services what they read', () => {
      const { data } = objects.find(({ kind }) => kind === 'ConfigMap')!;
      const direct = Object.entries(data!).filter(
        ([name]) => !name.endsWith('_FILE') && name !== 'NODE_EXTRA_CA_CERTS',
      );
      const { configuration } = readConfiguration(Object.fromEntries(direct));
      expect(configuration).toMatchObject({
        host: '0.0.0.0',
        port: 8080,
        oidcIssuer: expect.stringContaining('https://'),
      });
      expect(configuration.kafkaBrokers !== undefined).toBe(overlay === 'cluster');
      const mounts = deployments(objects)[0]!.spec.template.spec.containers[0].volumeMounts as { mountPath: string }[];
      for (const [name, path] of Object.entries(data!).filter(([, value]) => value.startsWith('/')))
        expect(`${name} ${mounts.some(({ mountPath }) => path.startsWith(`${mountPath}/`))}`).toBe(`${name} true`);
    });

    it('let nobody talk to anybody without a policy', () => {
      const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy');
      const [nobody] = policies.filter(
        ({ spec }) => Object.keys(spec.podSelector).length === 0 && !spec.egress && !spec.ingress,
      );
      expect(nobody!.spec.policyTypes).toEqual(['Ingress', 'Egress']);
      const ports = policies.flatMap(({ spec }) =>
        (spec.egress ?? []).flatMap(({ ports }: any) => ports.map((p: any) => p.port)),
      );
      expect(new Set(ports)).toEqual(new Set(overlay === 'city' ? [53, 5432, 443] : [53, 5432, 443, 2113, 9093]));
    });
  });

  describe('a fault', () => {
    let folder: string;
    beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'taizhang-kubernetes-'))));
    afterAll(() => rmSync(folder, { recursive: true }));
    const plant = (file: string, there: string, planted: string): Rendered[] => {
      cpSync(join(deploy, 'kubernetes'), folder, { recursive: true });
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).toContain(there);
      writeFileSync(join(folder, file), text.replace(there, planted));
      return renderedFrom(render(join(folder, 'city')));
    };

    it.each<[string, string, string, string]>([
      ['a misspelt probe', 'livenessProbe:', 'livelinessProbe:', 'does not exist in type'],
      ['a number for a text', 'imagePullPolicy: IfNotPresent', 'imagePullPolicy: 5', 'imagePullPolicy'],
      ['root', 'runAsNonRoot: true', 'runAsNonRoot: false', 'may run as root'],
      ['an image that can be written to', 'readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false', 'may write'],
      ['a short farewell', 'terminationGracePeriodSeconds: 35', 'terminationGracePeriodSeconds: 20', '25 s'],
      ['a file that is not mounted', '/secrets/metrics/token', '/secrets/metric/token', 'which is not mounted'],
      ['settings that are not there', 'taizhang-settings', 'taizhang-setting', 'no ConfigMap taizhang-setting'],
    ])('such as %s is found', (_, there, planted, complaint) => {
      const objects = plant('service/deployment.yaml', there, planted);
      const found = [
        ...misshapen(objects),
        ...(planted.startsWith('liveliness') ? unknownFields(objects) : []),
        ...deployments(objects).flatMap(faultsOf),
        ...looseEnds(objects),
      ];
      expect(found.join('\n')).toContain(complaint);
    });

    it('such as a committed secret is found', () => {
      const objects = plant('base/settings.yaml', 'kind: ConfigMap', 'kind: Secret');
      expect(looseEnds(objects)).toContain(
        `${nameOf({ kind: 'Secret', metadata: { name: 'taizhang-settings' } } as Rendered)} is committed`,
      );
    });
  });
});
