import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PEERS: string = import.meta.dirname;

/** Installs the peers exactly as their lock says, once. */
export function installPeers(say: (line: string) => void): void {
  if (existsSync(join(PEERS, 'node_modules'))) return;
  say('installing the peers: npm ci --prefix bench/peers');
  execFileSync('npm', ['ci', '--prefix', PEERS, '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

export function versionOf(name: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(PEERS, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const version = dependencies[name];
  if (version === undefined) throw new Error(`bench/peers/package.json does not name ${name}`);
  return version;
}
