import type { AddressInfo } from 'node:net';
import fastify from 'fastify';

const server = fastify();
server.post('/', (_request, reply) => reply.status(204).send());
await server.listen({ port: 0, host: '127.0.0.1' });
process.send!((server.server.address() as AddressInfo).port);
process.once('disconnect', () => process.exit());
