import type { FastifyInstance } from 'fastify'
import { local } from '../html/local.ts'
import type { Url } from '../html/url.ts'

/** Where a page finds the small picture that stands beside its title. */
export const icon: Url = local`/favicon.svg`

/** Serves it to anybody: as it is drawn, and at the address where browsers look for it by themselves. */
export function serveIcon(server: FastifyInstance): void {
  for (const [path, type, bytes] of files)
    server.get(path, { config: { anonymous: true } }, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=604800').send(bytes),
    )
}

/** A tick on the colour of our masthead. */
const drawn =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0d4a4f"/><path d="M8.5 16.5l5.2 5.3L23.8 10.6" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>'

/** The same as pictures of 16 and 32 points, as an ICO holds them. */
const bitmap = [
  'AAABAAIAEBAAAAEAIAC6AQAAJgAAACAgAAABACAAVAMAAOABAACJUE5HDQoaCgAAAA1JSERSAAAAEAAAABAIBgAAAB/z/2EAAAFvSURBVHicnJ',
  'M9SEJRFMf/9+ZHoBmvhiILDKKWaCuiIYoIUzKHSKQQB4MsCEQwMAoq+x5yiVokgqzWCDJamhuiGvqgEtKxyUkKy3d7PlB4+IG9H1wu5xz+5/4v',
  'nKMAQLRm64xwu8HQRgiUKAFj+AFBlIGFkpHzINGYLB5KaBBy4OFXUBA35ELhpgwwQCaMsXpKCFGXK/DZx+A0DubijJaWK15yOrDomIDLPCTJK8',
  'oRT48Mw2sbxXcqBc/uvqQmcWDp6UbI50WtTpfLjQ/0Y2tqEmmeh31lHXfv0eINbH294olsroLTamHq6sSeZ1asubZ3cH3/kOeOVJmtLBvUcRwu',
  'NgJobWrE40cMLfoGVKpUou2DyysUQuLgM5GAcW4eT7E42psNongtfFpUnOcgS7VGg5MFP26eXxA4OkYpCjb4D5kvxCEXxl6FUWaHkAkPclaR0n',
  'fcKhXpCqEdJ+RqhPGkpR9lv8I6vwmrH05+qZf/AAAA///2m/enAAAABklEQVQDACOaaZpQhPwsAAAAAElFTkSuQmCCiVBORw0KGgoAAAANSUhE',
  'UgAAACAAAAAgCAYAAABzenr0AAADCUlEQVR4nMSXW0gUURzGvxlHpVZJXyQtEipNHyJvpV0e1My7aS9ZhqUWPhiVGlQaaxpRWUmGXezCEkhRiC',
  'QqrFSGFZEpmEXlBZP0oXSD3NjVXVed6ZzFXRt0d8328oNhzuU/fN/5n7Pn7OHwN5FpHm5LhAJSiiBPEMPAC1ZAEKAgry7ytKk1zFW01isNfYyh',
  'sDQhJYEFc49hGB/YEEEQvvMQDo3LG+VGA5L41DiWRTPsyLTAJ1ITDJKSPN147jNJtzfsCM2Emp9Yz0l49oC9xSl0qiWsy36OARsBB0G1OTJ6xx',
  'kg2hx5+8Jx+LKwEa7OzsiKj0V4YIDZOA42YJlEgqeXLyDQd5W+friyCjXPWuaNtXoG6MjrzpYYxSnZCXEm462aAZbsZg+lRdgUsE7ULm/vgF0M',
  'VBccxY7QEFHbh68DuPGkATY3ULxvL/ZER4raBn4MI/X0GYxPTJj8zuwaWO29HLnJiVjjY36jzIyNwamMdFHbT+VvIl6CXyqV2W85c+Kdd27q55',
  'WSW1GJRy9a58Qlhm9E1ZE8UduYVovkYikGRxSwhMkMZMREG8UptwuPIW3bFlEM/Y3XFJ8UxU3zPHaXnUP34BAWgkkDj8loyYllrJPDA7ITxxEb',
  'Fqqv+63wQW2pFM7cbBJpfHb5Fbz++AkLxcnVL6B0vg46d6MqtVFQ75aMdOfWzRhSKFBdmA8vTw/RN0V3ZSY3HFMw7ompgrmAvNQUXMw9CEtcq6',
  'uHVHYf/4rJDBjo6O2DSjOO7SHBJmNqX75C/vVbWAwWDVDae3qh0ekQFbxhTl9L53tknr8kWi9WN0Bp+9IN7SQxETRrgu5yu6Rl0E1NYbEs2IDB',
  'xPDoKML8/dH09h1yyivI9GjwP1hchLaGFSCMwEFQbRYC0wVHQbRJBuAwA1SbnRaYalJWwv4oqTarba7/Bh45sDt8FtV2okVdf28Pt9a/nVwUo8',
  'ih4w4bMnM5TR+TNzbRupOhY7K/r1+3MlDmwkFHqvQvjDs5ACWwAjPX8zfkeaDWsJmTzxuMx+UfAAAA//+owi8ZAAAABklEQVQDAFNlClcuJu40',
  'AAAAAElFTkSuQmCC',
].join('')

const files = [
  [icon, 'image/svg+xml', Buffer.from(drawn)],
  ['/favicon.ico', 'image/x-icon', Buffer.from(bitmap, 'base64')],
] as const
