import { describe, expect, test } from 'vitest';
import { configJsonSchema, parseConfig } from '../../src/config/index.ts';

const parse = (source: string) => parseConfig(source, 'briefing.yaml');

describe('feeds', () => {
  test('are addresses, or mappings with a limit', () => {
    const { config, messages } = parse(
      'feeds:\n  - https://a.example/rss\n  - { url: "http://b.example/atom", limit: 3 }\n',
    );
    expect(messages).toEqual([]);
    expect(config.feeds).toEqual([
      { url: 'https://a.example/rss' },
      { url: 'http://b.example/atom', limit: 3 },
    ]);
    expect(parse('').config.feeds).toBeUndefined();
  });

  test.each([
    ['feeds: https://a.example/rss', '1:8', 'a list of feeds'],
    ['feeds: [ftp://a.example/rss]', '1:9', 'an address that begins with http:// or https://'],
    ['feeds: [/etc/passwd]', '1:9', 'an address that begins with http:// or https://'],
    ['feeds: [{ limit: 3 }]', '1:9', 'an address that begins with http:// or https://'],
    ['feeds: [{ url: "https://a.example", limit: 0 }]', '1:44', 'a whole number from 1 on'],
    ['feeds: [5]', '1:9', 'the address of a feed, or a mapping with "url" and "limit"'],
  ])('%s is refused at %s', (source, at, expected) => {
    const [made] = parse(source).messages;
    expect(`${made?.line}:${made?.column}`).toBe(at);
    expect(made?.reason).toContain(`expected ${expected}`);
  });

  test('a field that is not known is named, with what was meant', () => {
    const [made] = parse('feeds: [{ url: "https://a.example", limits: 3 }]').messages;
    expect(made?.reason).toContain('did you mean "limit"?');
  });

  test('are in the JSON Schema, in both forms', () => {
    expect(configJsonSchema()).toMatchObject({
      properties: {
        feeds: {
          items: {
            anyOf: [{ type: 'string', format: 'uri' }, { properties: { limit: { minimum: 1 } } }],
          },
        },
      },
    });
  });
});
