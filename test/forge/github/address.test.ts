import { describe, expect, it } from 'vitest';

import { githubAddress } from '../../../src/forge/github/address.ts';

const PUBLIC = { owner: 'acme', repo: 'access', baseUrl: 'https://api.github.com' };
const SERVER = { owner: 'acme', repo: 'access', baseUrl: 'https://git.acme.example/api/v3' };

describe('the repository on GitHub', () => {
  it.each([
    'https://github.com/acme/access.git',
    'https://github.com/acme/access',
    'https://github.com/acme/access/',
    'https://ada-b:secret@github.com/acme/access.git',
    'https://www.GitHub.com:443/acme/access.git',
    'git@github.com:acme/access.git',
    'git@github.com:acme/access',
    'git@github.com:/acme/access.git',
    'org-1234@github.com:acme/access.git',
    'ssh://git@github.com/acme/access.git',
    'ssh://git@ssh.github.com:443/acme/access.git',
    'git+ssh://git@github.com/acme/access.git',
    'git://github.com/acme/access.git',
  ])('is told by the remote %s', (remote) => expect(githubAddress({ remote })).toEqual(PUBLIC));

  it('may have dots and dashes in its name', () => {
    expect(githubAddress({ remote: 'git@github.com:acme-2/access.grants.git' })).toEqual({
      ...PUBLIC,
      owner: 'acme-2',
      repo: 'access.grants',
    });
  });

  it.each([
    'https://git.acme.example/acme/access.git',
    'git@git.acme.example:acme/access.git',
    'ssh://git@git.acme.example:2222/acme/access',
  ])('lies on a server of its own by the remote %s, once the address of the API says that this is GitHub', (remote) => {
    expect(githubAddress({ remote, apiUrl: 'https://git.acme.example/api/v3/' })).toEqual(SERVER);
    expect(githubAddress({ remote })).toBe(
      'the remote of this repository lies on git.acme.example; if that is GitHub, GITHUB_API_URL must say so, such as https://git.acme.example/api/v3',
    );
  });

  it('lies in an enterprise of its own on ghe.com', () => {
    const found = { ...PUBLIC, baseUrl: 'https://api.acme.ghe.com' };
    expect(githubAddress({ remote: 'https://acme.ghe.com/acme/access.git' })).toEqual(found);
    expect(githubAddress({ remote: 'acme@acme.ghe.com:acme/access.git', apiUrl: 'https://api.acme.ghe.com' })).toEqual(found);
  });

  it('is that of the clone, and not of the workflow that checked it out', () => {
    const apiUrl = 'https://api.github.com';
    expect(githubAddress({ remote: 'https://github.com/acme/access', repository: 'acme/tools', apiUrl })).toEqual(PUBLIC);
  });

  it.each([
    '/home/ada/acme/access',
    'file:///srv/acme/access.git',
    '../acme/access',
    'C:\\acme\\access',
    'https://github.com/acme',
    'git@work:acme/access',
    '',
  ])('is told by GITHUB_REPOSITORY where the remote is "%s"', (remote) => {
    expect(githubAddress({ remote, repository: 'acme/access' })).toEqual(PUBLIC);
    expect(githubAddress({ remote, repository: 'acme/access', apiUrl: SERVER.baseUrl })).toEqual(SERVER);
    expect(githubAddress({ remote })).toMatch(/no remote on GitHub|lies on work/);
  });

  it('is never a repository of the same name on another host', () => {
    for (const remote of [
      'https://gitlab.com/acme/access.git',
      'https://github.com.evil.example/acme/access',
      'https://evilgithub.com/acme/access',
    ])
      expect(githubAddress({ remote })).toMatch(/^the remote of this repository lies on /);
  });

  it('is unknown by names and addresses that do not read', () => {
    expect(githubAddress({})).toMatch(/no remote on GitHub/);
    expect(githubAddress({ repository: 'acme/access/more' })).toMatch(/no remote on GitHub/);
    expect(githubAddress({ repository: 'acme/access', apiUrl: 'api.github.com' })).toBe(
      'GITHUB_API_URL is no address of the web: api.github.com',
    );
    expect(githubAddress({ repository: 'acme/access', apiUrl: '' })).toEqual(PUBLIC);
  });
});
