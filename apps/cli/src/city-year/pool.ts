/** Works through what comes, so many at a time, and takes no more than that in advance. The first failure ends it. */
export async function pool<Piece>(
  pieces: Iterable<Piece>,
  atOnce: number,
  work: (piece: Piece) => Promise<void>,
): Promise<void> {
  const source = pieces[Symbol.iterator]();
  let failed = false;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = source.next(); !next.done && !failed; next = source.next())
        try {
          await work(next.value);
        } catch (error) {
          failed = true;
          throw error;
        }
    }),
  );
}
