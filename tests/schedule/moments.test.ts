import { describe, expect, test } from 'vitest';
import { momentsOf, ScheduleFault, shownMoment } from '../../src/schedule/index.ts';

const faultOf = (cron: string, timezone?: string): ScheduleFault => {
  try {
    momentsOf(cron, timezone);
  } catch (error) {
    if (error instanceof ScheduleFault) return error;
    throw error;
  }
  throw new Error('Unexpected schedule, expected a fault');
};

describe('the moments of a schedule', () => {
  test('lie strictly behind a time, or up to it', () => {
    const moments = momentsOf('0 6 * * *', 'UTC');
    const six = Date.UTC(2031, 2, 12, 6);
    expect(moments.after(six - 1)).toBe(six);
    expect(moments.after(six)).toBe(Date.UTC(2031, 2, 13, 6));
    expect(moments.upTo(six)).toBe(six);
    expect(moments.upTo(six - 1)).toBe(Date.UTC(2031, 2, 11, 6));
  });

  test('are of the time zone that is named', () => {
    const moments = momentsOf('0 6 * * MON-FRI', 'Asia/Kolkata');
    expect(moments.after(Date.UTC(2031, 2, 12))).toBe(Date.UTC(2031, 2, 12, 0, 30));
  });

  test('of hours that are listed, none is left out when clocks change', () => {
    const moments = momentsOf('30 2,14 * * *', 'Europe/Berlin');
    expect(moments.after(Date.UTC(2031, 2, 29, 14))).toBe(Date.UTC(2031, 2, 30, 1));
  });

  test.each(['@hourly', '@daily', ' 0 6 * * 1 ', '*/5 6-18 * * *', '0 6 29 2 *'])(
    '%s is read',
    (cron) => {
      expect(momentsOf(cron, 'UTC').after(0)).not.toBeNull();
    },
  );

  test.each([
    ['61 * * * *', 'Invalid value for minute: 61'],
    ['* * * *', 'five'],
    ['* * * * * *', '5 parts'],
    ['0 6 30 2 *', 'never comes round'],
    ['2031-03-12T06:00:00', 'does not come round'],
    ['@reboot', '@reboot'],
    ['daily', 'daily'],
  ])('%s is refused, with what is expected', (cron, why) => {
    const { message } = faultOf(cron);
    expect(message).toContain(why);
    expect(message).toContain('expected five fields such as');
  });

  test.each([
    ['Europe/Berln', 'Europe/Berlin'],
    ['+02:00', undefined],
    ['', undefined],
    ['../etc', undefined],
  ])('the time zone "%s" is refused', (timezone, meant) => {
    const fault = faultOf('0 6 * * *', timezone);
    expect(fault.message).toContain('expected a name of the time zone database');
    expect(fault.meant).toBe(meant);
  });
});

test('a moment is shown with its offset, so that an hour that comes twice can be told apart', () => {
  const shown = [0, 1].map((hour) => shownMoment(Date.UTC(2031, 9, 26, hour, 30), 'Europe/Berlin'));
  expect(shown).toEqual(['2031-10-26 02:30 GMT+02:00', '2031-10-26 02:30 GMT+01:00']);
});
