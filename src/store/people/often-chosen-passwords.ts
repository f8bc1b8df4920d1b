/**
 * The passwords most often found in lists that were stolen and published, of those long enough to pass otherwise, and
 * the stems from which they are made: figures and signs after one do not help.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  123456789012 1234567890123 12345678901234 123456123456 123123123123 111222333444 098765432109 987654321098
  012345678910 112233445566 123456789123 123454321234 147258369147 159753159753 qwertyuiop qwertyuiopasdfgh
  qwertyuiopas qwertyqwerty qwerty123456 1qaz2wsx3edc 1q2w3e4r5t6y 1q2w3e4r5t 1qazxsw23edc qazwsxedcrfv qazwsxedc
  qwer1234asdf asdfghjkl asdfghjklzxc zxcvbnmasdfg zxcvbnm qweasdzxc abcdefghijkl abcdefghijklm abcdefghijkl1
  abc123abc123 abcd1234abcd a1b2c3d4e5f6 aaaabbbbcccc password passwordpassword password1234 mypassword
  thisismypassword thepassword newpassword password12345 passw0rd p@ssw0rd p@ssword pa55word pa$$word passphrase
  changeme changemenow changeit letmein letmeinletmein letmeinplease letmeinnow welcome welcomewelcome welcome12345
  administrator adminadmin adminpassword administration administrator1 rootroot superuser superman iloveyou
  iloveyouiloveyou iloveyousomuch ilovemyfamily ilovemymum sunshine sunshinesunshine princess princessprincess football
  footballfootball manchesterunited manchestercity liverpoolfc liverpoolfootball chelseafc arsenalfc tottenhamhotspur
  celticfc rangersfc baseball basketball dragondragon monkeymonkey mastermaster shadowshadow michaelmichael
  jesuschrist godisgood blessedbethelord trustno1trustno1 trustnoone whateverwhatever starwarsstarwars
  pokemonpokemon computercomputer internetinternet samsungsamsung housingassociation housingofficer customerservice
  correcthorsebatterystaple tobeornottobe opensesame summertime wintertime springtime christmas happychristmas
  londonlondon england unitedkingdom greatbritain scotland scotlandthebrave qwertyuiopazerty azertyuiop
  secretsecret topsecret topsecretpassword defaultpassword temporarypassword temppassword testtesttest testpassword
  guestguest loginlogin zaq12wsxcde3 zaq1zaq1zaq1 poiuytrewq lkjhgfdsa mnbvcxz 0987654321 1234567890
  `
    .trim()
    .split(/\s+/),
)
