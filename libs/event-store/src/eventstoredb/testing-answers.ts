import { Metadata, status } from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';

/** A status that a call ends with. */
export class CallFailed extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly trailers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export function failure(error: unknown): object {
  if (!(error instanceof CallFailed)) return { code: status.INTERNAL, details: String(error) };
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(error.trailers)) metadata.set(key, value);
  return { code: error.code, details: error.message, metadata };
}

export const unimplemented = (_: unknown, done: (error: object) => void) => done({ code: status.UNIMPLEMENTED });

export const notLeader = (address: string) =>
  new CallFailed(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': address.split(':')[0]!,
    'leader-endpoint-port': address.split(':')[1]!,
  });

/** Lets in whoever brings the credentials; everybody when none are asked for. */
export function admit(metadata: Metadata, credentials: string | undefined): void {
  if (!credentials) return;
  const [given] = metadata.get('authorization');
  if (!given) throw new CallFailed(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
  if (given !== `Basic ${Buffer.from(credentials).toString('base64')}`)
    throw new CallFailed(status.UNAUTHENTICATED, 'Bad HTTP status code: 401');
}

/** What a node tells of the cluster: whoever knows a leader follows it. */
export function gossiped(nodes: readonly { readonly address: string; readonly leader: unknown }[]) {
  const info = new gossip.ClusterInfo();
  for (const node of nodes) {
    const [address, port] = node.address.split(':') as [string, string];
    info.addMembers(
      new gossip.MemberInfo()
        .setIsAlive(true)
        .setState(node.leader ? gossip.MemberInfo.VNodeState.FOLLOWER : gossip.MemberInfo.VNodeState.LEADER)
        .setHttpEndPoint(new gossip.EndPoint().setAddress(address).setPort(Number(port))),
    );
  }
  return info;
}

export function supported() {
  const methods = new features.SupportedMethods().setEventStoreServerVersion('24.10.0');
  for (const method of ['batchappend', 'read', 'append'])
    methods.addMethods(
      new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(method),
    );
  return methods;
}
