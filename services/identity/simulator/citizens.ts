// Citizens of the stand-in: nobody real; their numbers are made up by the rule (place, century and sex, year, six digits).

export type DemoCitizen = { subject: string; name: string; identityNumber?: string; birthdate?: string; phone?: string; about: string }

export const demoCitizens: readonly DemoCitizen[] = [
  {
    subject: 'cong-dan-01',
    name: 'Nguyễn Thị Lan',
    identityNumber: '031194006217',
    birthdate: '1994-05-12',
    phone: '+84912480123',
    about: 'số điện thoại 0912 480 123 đã xác thực'
  },
  {
    subject: 'cong-dan-02',
    name: 'Trần Văn Hùng',
    identityNumber: '031078004512',
    birthdate: '1978-11-02',
    phone: '+84983112244',
    about: 'số điện thoại 0983 112 244 đã xác thực'
  },
  { subject: 'cong-dan-03', name: 'Phạm Thị Mơ', identityNumber: '031152000871', birthdate: '1952-02-20', about: 'chưa khai số điện thoại' }
]
