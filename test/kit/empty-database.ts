import pg from 'pg';

/** One more database on a server, with nothing in it. */
export async function emptyDatabase(server: string): Promise<string> {
  const name = `empty_${Date.now()}_${Math.random().toString(36).slice(2)}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const target = new URL(server);
  target.pathname = name;
  return target.href;
}
