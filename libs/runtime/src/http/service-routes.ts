import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import type { Health } from './health.js';
import { HttpProblem } from './problem.js';

interface ServiceRoutes {
  readonly health: Health;
  readonly registry: Registry;
  /** Bearer token for /metrics; without one only this machine may read them. */
  readonly metricsToken?: string;
}

/** Health and metrics: for machines, beside the guarded routes. */
export function installServiceRoutes(
  instance: FastifyInstance,
  { health, registry, metricsToken }: ServiceRoutes,
): void {
  instance.get('/health/live', () => ({ status: 'up' }));

  instance.get('/health/startup', (_request: FastifyRequest, reply: FastifyReply) =>
    reply.code(health.hasStarted ? 200 : 503).send({ status: health.hasStarted ? 'up' : 'down' }),
  );

  instance.get('/health/ready', async (_request: FastifyRequest, reply: FastifyReply) => {
    const { ready, checks } = await health.readiness();
    if (!ready) void reply.header('retry-after', '5');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'up' : 'down', checks });
  });

  instance.get('/metrics', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!mayRead(request, metricsToken))
      throw new HttpProblem(
        403,
        'http/metrics-closed',
        { zh: '无权读取运行指标', en: 'These metrics are not for you' },
        {
          wayOut: {
            zh: '请在本机读取，或设置 METRICS_TOKEN 并以 Authorization: Bearer 提交',
            en: 'Read them on this machine, or set METRICS_TOKEN and send it as Authorization: Bearer',
          },
        },
      );
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

function mayRead({ headers, ip }: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return LOOPBACK.test(ip) && headers['x-forwarded-for'] === undefined;
  const [given, wanted] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
