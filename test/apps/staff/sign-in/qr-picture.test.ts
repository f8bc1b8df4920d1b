import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encode } from 'uqr'
import { QrPicture } from '#apps/staff/sign-in/qr-picture.tsx'
import { markupOf } from '#http/html/raw.ts'

test('The picture of an address has a dark square exactly where its QR code has one', () => {
  const says = 'otpauth://totp/Kept:ann@example.org?secret=JBSWY3DPEHPK3PXP&issuer=Kept'
  const { data, size } = encode(says, { ecc: 'M', border: 2 })
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  const markup = markupOf(QrPicture({ says, called: 'A QR code' }))
  for (const [, x = '', y = '', width = ''] of markup.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let at = Number(x); at < Number(x) + Number(width); at++) (drawn[Number(y)] ?? [])[at] = true
  assert.deepEqual(drawn, data)
  assert.match(markup, /role="img" aria-label="A QR code"/)
})
